// A labelled text field with a hint, a unit behind it, and what is wrong with what is written.
import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';
import css from './Field.module.css';

export interface FieldProps extends Omit<TextFieldProps, 'children'> {
  readonly label: string;
  /** A short word on what to write. */
  readonly hint?: string;
  /** What is wrong with what is written; null = nothing. */
  readonly wrong?: string | null;
  /** The unit, behind the field. */
  readonly unit?: string;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly labelHidden?: boolean;
  /** Behind the label. */
  readonly beside?: ReactNode;
}

export function Field(props: FieldProps) {
  const { label, hint, wrong, unit, rows, placeholder, labelHidden, beside, className, ...rest } = props;
  return (
    <TextField {...rest} isInvalid={Boolean(wrong)} className={`${css.field} ${className ?? ''}`}>
      <div className={labelHidden ? 'unseen' : css.above}>
        <Label className={css.label}>{label}</Label>
        {beside}
      </div>
      <div className={css.line}>
        {rows ? (
          <TextArea rows={rows} placeholder={placeholder} className={css.input} />
        ) : (
          <Input placeholder={placeholder} className={css.input} />
        )}
        {unit && <span className={css.unit}>{unit}</span>}
      </div>
      {hint && (
        <Text slot="description" className="fine">
          {hint}
        </Text>
      )}
      <FieldError className={css.wrong}>{wrong}</FieldError>
    </TextField>
  );
}
