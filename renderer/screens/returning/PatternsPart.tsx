// Patterns to look at: of what the literature links with the complaint, only what this runner shows beyond the error.
import { patternSentences, patternsFootnotes } from '../../../core/rehab/pageSentences.ts';
import type { PatternSeen } from '../../../core/rehab/patterns.ts';
import { sourceWords } from '../../../core/rehab/rehabSentences.ts';
import { REHAB_TEXT } from '../../../core/rehab/rehabText.ts';
import { displayUnit, fill, formatValue } from '../../../core/report/formatNumber.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import { PATTERNS_TEXT as text } from '../../text/patternsText.ts';
import css from './Returning.module.css';
import type { Followed } from './useReturning.ts';

export function PatternsPart({ followed: { patterns } }: { readonly followed: Followed }) {
  if (patterns === null) return <p className="quiet">{text.none}</p>;
  const complaint = REHAB_TEXT.patterns.complaints[patterns.complaint];
  return (
    <section aria-labelledby="patterns" className={css.reading}>
      <h2 id="patterns">{fill(REHAB_TEXT.patterns.title, { complaint })}</h2>
      <ul>
        {patterns.seen.map((seen) => (
          <PatternLine key={`${seen.link.id} ${seen.side}`} seen={seen} />
        ))}
      </ul>
      {patternsFootnotes(patterns, REPORT_TEXT).map((sentence) => (
        <p key={sentence} className="quiet">
          {sentence}
        </p>
      ))}
    </section>
  );
}

function PatternLine({ seen }: { readonly seen: PatternSeen }) {
  const { link, side, value } = seen;
  const [what, ...shifts] = patternSentences(seen, REPORT_TEXT);
  const row = (seen.sinceBaseline ?? seen.againstOtherLeg)?.row;
  const shown = row && value !== null ? formatValue(value, displayUnit(link.id, row.unit), 'plain') : null;
  const label = REPORT_TEXT.parameters[link.id].label;
  return (
    <li className={css.pattern}>
      <h3>{side === null ? label : fill(REHAB_TEXT.place, { region: label, side: REHAB_TEXT.side[side] })}</h3>
      {shown && <p className={css.value}>{fill(text.now, { value: shown })}</p>}
      {shifts.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="fine">
        {fill(text.linked, { what: what ?? '', sources: link.sources.map((name) => sourceWords(name)).join('; ') })}
      </p>
    </li>
  );
}
