// Met, not met or not tested, as a sign with its word: colour is never the only sign.
import type { CriterionVerdict } from '../../../core/rehab/judgeCriterion.ts';
import { REHAB_TEXT } from '../../../core/rehab/rehabText.ts';
import css from './Returning.module.css';

const SIGNS: Readonly<Record<CriterionVerdict, string>> = {
  met: 'M3 8.5l3.4 3.5L13 4.5',
  'not-met': 'M4 4l8 8M12 4l-8 8',
  'not-tested': 'M4 8h8',
};

export function VerdictSign({ verdict }: { readonly verdict: CriterionVerdict }) {
  return (
    <span className={css.verdict} data-verdict={verdict}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SIGNS[verdict]} />
      </svg>
      {REHAB_TEXT.criterion.verdicts[verdict]}
    </span>
  );
}
