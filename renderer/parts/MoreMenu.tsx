// What is needed seldom, behind three dots.
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { PARTS_TEXT } from '../text/partsText.ts';
import buttonCss from './Button.module.css';
import css from './MoreMenu.module.css';
import { Sign } from './Sign.tsx';

export interface MoreMenuProps {
  /** Of what, for screen readers. */
  readonly label?: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly danger?: boolean }[];
  readonly onChoose: (id: string) => void;
  /** Without a frame, at the end of a line. */
  readonly quiet?: boolean;
  /** In a line of small words. */
  readonly small?: boolean;
}

export function MoreMenu({ label = PARTS_TEXT.more, items, onChoose, quiet, small }: MoreMenuProps) {
  return (
    <MenuTrigger>
      <Button
        aria-label={label}
        className={`${buttonCss.button} ${css.dots} ${quiet ? css.quiet : ''} ${small ? css.small : ''}`}
      >
        <Sign name="more" />
      </Button>
      <Popover className={css.popover} placement="bottom end">
        <Menu className={css.menu} onAction={(id) => onChoose(String(id))}>
          {items.map(({ id, name, danger }) => (
            <MenuItem key={id} id={id} className={danger ? `${css.item} ${css.danger}` : css.item}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
