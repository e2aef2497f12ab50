// The list of keys: those of every screen, and those of the one that is there.
import { Window } from '../parts/Window.tsx';
import { SHELL_TEXT } from '../text/shellText.ts';
import css from './KeyList.module.css';
import { type KeyLine, useShownKeys } from './keys.ts';

const text = SHELL_TEXT.keyList;

export function KeyList({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const here = useShownKeys();
  return (
    <Window title={text.title} isOpen={isOpen} onClose={onClose} wide={here.length > 0}>
      <div className={css.parts}>
        {here.length > 0 && <Lines title={text.here} lines={here} />}
        <Lines title={text.everywhere} lines={text.lines} />
      </div>
    </Window>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
  return (
    <section>
      <h3 className={css.title}>{title}</h3>
      <dl className={css.lines}>
        {lines.map(([key, does]) => (
          <div key={key} className={css.line}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one} className={css.key}>
                  {one}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
