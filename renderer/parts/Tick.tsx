// A box to tick, with its words.
import css from './Tick.module.css';

export interface TickProps {
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
  readonly words: string;
  /** Behind the words, quieter. */
  readonly more?: string;
}

export function Tick({ isOn, onChange, words, more }: TickProps) {
  return (
    <label className={css.tick}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      <span>
        {words} {more && <span className="fine">{more}</span>}
      </span>
    </label>
  );
}
