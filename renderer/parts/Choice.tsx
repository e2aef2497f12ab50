// One labelled choice out of a few.
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import css from './Choice.module.css';
import { Sign } from './Sign.tsx';

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: T | null;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
}

export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, labelHidden, value, options, onChange, isDisabled, placeholder } = props;
  return (
    <Select
      value={value}
      onChange={(key) => key !== null && onChange(key as T)}
      isDisabled={isDisabled}
      placeholder={placeholder}
      className={css.choice}
    >
      <Label className={labelHidden ? 'unseen' : css.label}>{label}</Label>
      <Button className={css.button}>
        <SelectValue className={css.value} />
        <span aria-hidden className={css.arrow}>
          <Sign name="down" />
        </span>
      </Button>
      <Popover className={css.popover}>
        <ListBox className={css.list}>
          {options.map(({ id, name }) => (
            <ListBoxItem key={id} id={id} textValue={name} className={css.item}>
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
