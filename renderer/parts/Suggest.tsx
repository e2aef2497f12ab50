// A text field that suggests usual words and takes any other.
import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import choiceCss from './Choice.module.css';
import css from './Field.module.css';

export interface SuggestProps {
  readonly label: string;
  readonly value: string;
  readonly suggestions: readonly string[];
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly wrong?: string | null;
  readonly autoFocus?: boolean;
}

export function Suggest({ label, value, suggestions, onChange, placeholder, wrong, autoFocus }: SuggestProps) {
  return (
    <ComboBox
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      isInvalid={Boolean(wrong)}
      autoFocus={autoFocus}
      className={css.field}
    >
      <Label className={css.label}>{label}</Label>
      <Input placeholder={placeholder} className={css.input} />
      <FieldError className={css.wrong}>{wrong}</FieldError>
      <Popover className={choiceCss.popover}>
        <ListBox className={choiceCss.list}>
          {suggestions.map((one) => (
            <ListBoxItem key={one} id={one} textValue={one} className={choiceCss.item}>
              {one}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
