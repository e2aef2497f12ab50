// What the two clips do not share, and what that does to comparing them.
import type { PairNote } from '../../../core/compare/pairNotes.ts';
import { SIDE_BY_SIDE_TEXT as text } from '../../text/sideBySideText.ts';
import css from './SideBySide.module.css';

export function PairBanner({ notes }: { readonly notes: readonly PairNote[] }) {
  if (notes.length === 0) return null;
  const blocked = notes.some((note) => note.blocks);
  return (
    <section
      className={css.banner}
      data-blocks={blocked || undefined}
      aria-label={blocked ? text.blocked : text.warned}
    >
      <h2>{blocked ? text.blocked : text.warned}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note.code}>{note.message}</li>
        ))}
      </ul>
    </section>
  );
}
