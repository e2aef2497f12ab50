// One choice out of two to four, all of them in sight.
import { Label, Radio, RadioGroup } from 'react-aria-components';
import css from './Segmented.module.css';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
}

export function Segmented<T extends string>({ label, labelHidden, value, options, onChange }: SegmentedProps<T>) {
  return (
    <RadioGroup value={value} onChange={(id) => onChange(id as T)} orientation="horizontal" className={css.group}>
      <Label className={labelHidden ? 'unseen' : css.label}>{label}</Label>
      <div className={css.row}>
        {options.map(({ id, name }) => (
          <Radio key={id} value={id} className={css.option}>
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
