// The one button: quiet by default, `main` for what the screen is for, `plain` without a frame, `danger` for real deletion.
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import css from './Button.module.css';

export interface ButtonProps extends AriaButtonProps {
  readonly look?: 'quiet' | 'main' | 'plain' | 'danger';
}

export function Button({ look = 'quiet', className, ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={`${css.button} ${css[look]} ${className ?? ''}`} />;
}
