// A small button with a sign: its name is read out and shown under the pointer.
import { Button, type ButtonProps, ToggleButton, type ToggleButtonProps } from 'react-aria-components';
import css from './IconButton.module.css';
import { Icon, type IconName } from './icons.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** Left out = words alone. */
  readonly icon?: IconName;
  readonly name: string;
  /** Shown behind the sign. */
  readonly words?: string;
}

export function IconButton({ icon, name, words, ...rest }: IconButtonProps) {
  return (
    <span title={name} className={css.place}>
      <Button {...rest} aria-label={name} className={css.button}>
        {icon && <Icon name={icon} />}
        {words}
      </Button>
    </span>
  );
}

export interface IconToggleProps extends Omit<ToggleButtonProps, 'children' | 'isSelected' | 'onChange'> {
  readonly icon: IconName;
  readonly name: string;
  readonly words?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** The same for what is on or off. */
export function IconToggle({ icon, name, words, on, onChange, ...rest }: IconToggleProps) {
  return (
    <span title={name} className={css.place}>
      <ToggleButton {...rest} isSelected={on} onChange={onChange} aria-label={name} className={css.button}>
        <Icon name={icon} />
        {words}
      </ToggleButton>
    </span>
  );
}
