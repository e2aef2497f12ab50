// Patterns to look at: of what the literature links with the complaint, only what this runner shows beyond the error.

import type { Followed } from '../../../core/rehab/followInjury.ts';
import { patternSentences, patternsFootnotes } from '../../../core/rehab/pageSentences.ts';
import type { PatternSeen } from '../../../core/rehab/patterns.ts';
import { sourceWords } from '../../../core/rehab/rehabSentences.ts';
import { REHAB_TEXT } from '../../../core/rehab/rehabText.ts';
import { displayUnit, fill, formatMargin, formatValue } from '../../../core/report/formatNumber.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import type { Parameter } from '../../../core/types.ts';
import { PATTERNS_TEXT as text } from '../../text/patternsText.ts';
import css from './Returning.module.css';

export function PatternsPart({ followed: { patterns } }: { readonly followed: Followed }) {
  if (patterns === null) return <p className="quiet">{text.none}</p>;
  const complaint = REHAB_TEXT.patterns.complaints[patterns.complaint];
  return (
    <section aria-labelledby="patterns" className={css.words}>
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
  const { link, side } = seen;
  const [what, ...shifts] = patternSentences(seen, REPORT_TEXT);
  const now = lastOf(seen);
  const unit = now && displayUnit(link.id, now.unit);
  const shown = unit && formatValue(now.value, unit, 'plain');
  const margin = unit && formatMargin(now.sigma, unit, 'plain');
  const label = REPORT_TEXT.parameters[link.id].label;
  return (
    <li className={css.pattern}>
      <h3>{side === null ? label : fill(REHAB_TEXT.place, { region: label, side: REHAB_TEXT.side[side] })}</h3>
      {shown && (
        <p className={css.value}>
          {fill(text.now, { value: margin ? `${shown} ± ${margin}` : shown, unit: unit.suffix })}
        </p>
      )}
      {shifts.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="fine">
        {fill(text.linked, { what: what ?? '', sources: link.sources.map((name) => sourceWords(name)).join('; ') })}
      </p>
    </li>
  );
}

/** What was measured of it at the last visit; rows of both legs are left, then right. */
function lastOf({ sinceBaseline, againstOtherLeg, side }: PatternSeen): Parameter | null {
  if (sinceBaseline) return sinceBaseline.row.second;
  if (!againstOtherLeg) return null;
  return side === 'left' ? againstOtherLeg.row.first : againstOtherLeg.row.second;
}
