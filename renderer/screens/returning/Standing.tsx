// Where things stand: every criterion by itself, the legs, changes, pain and the plan. Nothing is added up.

import type { VisitComparison } from '../../../core/compare/compareVisits.ts';
import type { Episode } from '../../../core/rehab/bodyMap.ts';
import type { Followed } from '../../../core/rehab/followInjury.ts';
import type { GaitSymmetry } from '../../../core/rehab/gaitSymmetry.ts';
import { baselineSentence, episodeSentence } from '../../../core/rehab/pageSentences.ts';
import { PAIN_RULES } from '../../../core/rehab/painRules.ts';
import type { ReadinessPage } from '../../../core/rehab/readiness.ts';
import { gaitWords, planSentences, sourceWords } from '../../../core/rehab/rehabSentences.ts';
import { REHAB_TEXT } from '../../../core/rehab/rehabText.ts';
import { gaitDifferenceWords } from '../../../core/rehab/valueWords.ts';
import { comparisonLines } from '../../../core/report/comparisonRows.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import { longDate, shortDate } from '../../text/dates.ts';
import { RETURNING_TEXT } from '../../text/returningText.ts';
import { CriterionLine } from './CriterionLine.tsx';
import css from './Returning.module.css';

import { VerdictSign } from './VerdictSign.tsx';

const text = RETURNING_TEXT.standing;
const words = REHAB_TEXT.readiness;

export function Standing({ followed }: { readonly followed: Followed }) {
  const { page, baseline } = followed;
  return (
    <div className={css.standing}>
      <p className={css.note}>{words.note}</p>
      <div className={css.columns}>
        <Criteria title={text.start} id="start" list={page.beforeRunning} />
        <Criteria title={text.full} id="full" list={page.beforeFullTraining} />
      </div>
      <div className={css.columns}>
        <section aria-labelledby="legs">
          <h2 id="legs">{words.legs}</h2>
          <ul>
            {page.gait.map((one) => (
              <GaitLine key={one.id} gait={one} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes">{text.changes}</h2>
          <p className="quiet">{baselineSentence(baseline, baseline ? longDate(baseline.session.date) : '')}</p>
          <Changes page={page} comparison={baseline?.comparison ?? null} />
        </section>
      </div>
      <div className={css.columns}>
        <section aria-labelledby="step">
          <h2 id="step">{words.plan}</h2>
          {planSentences(page.plan, PAIN_RULES[page.tissue], REPORT_TEXT).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
        <Pain page={page} />
      </div>
      {followed.episodes.length > 1 && <SamePlace episodes={followed.episodes} />}
    </div>
  );
}

/** The place has hurt before: each time, and whether it had been over. */
function SamePlace({ episodes }: { readonly episodes: readonly Episode[] }) {
  return (
    <section aria-labelledby="place" className={css.words}>
      <h2 id="place">{words.place}</h2>
      <ol>
        {episodes.map((episode) => {
          const { injuryId, words: noted, from, to, isOpen } = episode;
          const dates = { from: from ? shortDate(from) : words.dayUnknown, to: to ? shortDate(to) : words.dayUnknown };
          return (
            <li key={injuryId}>
              <b>{noted}</b> {fill(isOpen ? text.since : text.fromTo, dates)} {episodeSentence(episode)}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface CriteriaProps {
  readonly title: string;
  readonly id: string;
  readonly list: ReadinessPage['beforeRunning'];
}

function Criteria({ title, id, list }: CriteriaProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {list.length === 0 && <p className="quiet">{text.noCriteria}</p>}
      <ul>
        {list.map((judged) => (
          <CriterionLine key={judged.criterion.id} judged={judged} />
        ))}
      </ul>
    </section>
  );
}

function GaitLine({ gait }: { readonly gait: GaitSymmetry }) {
  const { reason, verdict, sources } = gait;
  const difference = gaitDifferenceWords(gait);
  return (
    <li className={css.criterion}>
      <VerdictSign verdict={verdict} />
      <div>
        <p>{gaitWords(gait)}</p>
        {difference && <p className={css.value}>{difference}</p>}
        {reason && <p className="fine">{REHAB_TEXT.gait[reason]}</p>}
        <p className="fine">{sources.map((name) => sourceWords(name)).join('; ')}</p>
      </div>
    </li>
  );
}

interface ChangesProps {
  readonly page: ReadinessPage;
  readonly comparison: VisitComparison | null;
}

function Changes({ page, comparison }: ChangesProps) {
  if (page.noComparison !== null) return <p>{words[page.noComparison]}</p>;
  if (page.changedSinceBaseline.length === 0 || comparison === null) return <p>{words.noChanges}</p>;
  const { lines } = comparisonLines(page.changedSinceBaseline, comparison.kind, REPORT_TEXT);
  return (
    <table className={css.table}>
      <caption className="unseen">{words.changes}</caption>
      <thead>
        <tr>
          {words.changeColumns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, label, leg, unit, first, second, difference }) => (
          <tr key={`${id} ${leg}`}>
            <th scope="row">
              {label} {unit && <span className="quiet">{unit}</span>}
            </th>
            <td>{leg}</td>
            <td>{first.text}</td>
            <td>{second.text}</td>
            <td>{difference}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pain({ page }: { readonly page: ReadinessPage }) {
  return (
    <section aria-labelledby="pain">
      <h2 id="pain">{words.pain}</h2>
      {page.pain.length === 0 ? (
        <p className="quiet">{text.painNone}</p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              {text.painColumns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.pain.map(({ sessionId, date, before, during, after, nextDay }) => (
              <tr key={sessionId}>
                <th scope="row">{shortDate(date)}</th>
                {Object.entries({ before, during, after, nextDay }).map(([when, pain]) => (
                  <td key={when}>{pain ?? text.unknown}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
