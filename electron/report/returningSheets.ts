// Where the return to running stands, on paper: what the screen says, in the screen's words.

import { daysBetween } from '../../core/records/calendar.ts';
import type { Followed } from '../../core/rehab/followInjury.ts';
import type { JudgedCriterion } from '../../core/rehab/judgeCriterion.ts';
import type { LimbSymmetry, SideReading } from '../../core/rehab/limbSymmetry.ts';
import {
  baselineSentence,
  dayWords,
  episodeSentence,
  patternSentences,
  patternsFootnotes,
} from '../../core/rehab/pageSentences.ts';
import { PAIN_RULES } from '../../core/rehab/painRules.ts';
import {
  criterionWords,
  gaitWords,
  planSentences,
  sourceWords,
  verdictSentences,
} from '../../core/rehab/rehabSentences.ts';
import { REHAB_TEXT } from '../../core/rehab/rehabText.ts';
import { criterionValueWords, gaitDifferenceWords, readingWords, symmetryWords } from '../../core/rehab/valueWords.ts';
import { comparisonLines } from '../../core/report/comparisonRows.ts';
import { fill, opening } from '../../core/report/formatNumber.ts';
import type { ReportText } from '../../core/report/reportText.ts';
import { type Html, html } from './html.ts';
import type { Sheet } from './pageFrame.ts';

const { readiness: words } = REHAB_TEXT;

/** Criteria on a sheet, at three to five lines each; measured on Letter, the shorter paper. */
const CRITERIA_ON_SHEET = 11;

/** Criteria first, then what the films, the plan and the visits say. @param dateWords a day as people write it */
export function returningSheets(
  followed: Followed,
  today: string,
  text: ReportText,
  dateWords: (date: string) => string,
): readonly Sheet[] {
  const { page } = followed;
  const lists = [
    ...page.beforeRunning.map((judged) => ({ judged, step: 'start' as const })),
    ...page.beforeFullTraining.map((judged) => ({ judged, step: 'full' as const })),
  ];
  const parts = Array.from({ length: Math.ceil(lists.length / CRITERIA_ON_SHEET) }, (_, i) =>
    lists.slice(i * CRITERIA_ON_SHEET, (i + 1) * CRITERIA_ON_SHEET),
  );
  const films = html`${gaitPart(followed, text)}${changesPart(followed, text, dateWords)}${planPart(followed, text)}`;
  const visits = html`${patternsPart(followed, text)}${placePart(followed, dateWords)}${painPart(followed, dateWords)}`;
  const sheet = (body: Html): Sheet => ({ kind: 'runner', title: words.title, body });
  const entered = testsPart(followed, text, dateWords);
  const isFew = followed.symmetries.length <= TESTS_BESIDE_OTHERS;
  return [
    ...parts.map((part, i) =>
      sheet(html`${i === 0 && html`<p><b>${aboutWords(followed)}</b></p><p class="lead">${words.note}</p>`}
        ${(['start', 'full'] as const).map((step) => {
          const own = part.filter((one) => one.step === step);
          return (
            own.length > 0 &&
            html`<section class="stands"><h2>${REHAB_TEXT.criterion.step[step]}</h2>
              <ul>${own.map(({ judged }) => criterionLine(judged, today, text, dateWords))}</ul></section>`
          );
        })}`),
    ),
    ...(isShort(followed)
      ? [sheet(html`${films}${isFew && entered}${visits}`)]
      : [sheet(films), sheet(html`${isFew && entered}${visits}`)]),
    ...(isFew ? [] : [sheet(entered)]),
  ];
}

/** More tests than these have a sheet of their own. */
const TESTS_BESIDE_OTHERS = 6;

/** Lines that changes, pain and patterns may take beside each other on one sheet; measured on Letter. */
const LINES_ON_SHEET = 30;
const LINES_OF_A_PATTERN = 4;

function isShort({ page, patterns, episodes, symmetries }: Followed): boolean {
  const seen = LINES_OF_A_PATTERN * (patterns?.seen.length ?? 0);
  const tests = Math.min(TESTS_BESIDE_OTHERS, symmetries.length);
  return page.changedSinceBaseline.length + page.pain.length + episodes.length + tests + seen <= LINES_ON_SHEET;
}

function criterionLine(
  judged: JudgedCriterion,
  today: string,
  text: ReportText,
  dateWords: (date: string) => string,
): Html {
  const { criterion, verdict, date } = judged;
  const weeks = date === null ? 0 : Math.round(daysBetween(date, today) / 7);
  const [, ...rest] = verdictSentences(judged, weeks);
  const measured = [criterionValueWords(judged, text.decimalMark), date && dateWords(date)].filter(Boolean);
  return html`<li><span class="verdict ${verdict}">${REHAB_TEXT.criterion.verdicts[verdict]}</span>
    <div><p>${criterionWords(criterion)}</p>
    ${measured.length > 0 && html`<p><b>${measured.join(', ')}</b></p>`}
    ${rest.length > 0 && html`<p>${rest.join(' ')}</p>`}
    <p class="fine">${criterion.sources.map((name) => sourceWords(name)).join('; ')}</p></div></li>`;
}

function aboutWords({ injury, page }: Followed): string {
  const { region, side } = injury;
  const named = side === null ? region : fill(REHAB_TEXT.place, { region, side: REHAB_TEXT.side[side] });
  const tissue = opening(REHAB_TEXT.tissues[page.tissue]);
  return fill(words.about, { injury: named, day: dayWords(page.dayOfInjury), tissue });
}

function testsPart({ symmetries }: Followed, text: ReportText, dateWords: (date: string) => string): Html {
  if (symmetries.length === 0) return html``;
  const cell = (symmetry: LimbSymmetry, reading: SideReading | null) =>
    reading &&
    html`${readingWords(reading, symmetry.kind, symmetry.unit, text.decimalMark)} <span class="fine">${dateWords(reading.date)}</span>`;
  return html`<section class="stands"><h2>${words.tests}</h2>
    <table><thead><tr>${words.testColumns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${symmetries.map(
      (one) => html`<tr><th scope="row">${REHAB_TEXT.tests[one.kind.id].label}</th>
        <td>${cell(one, one.readings.left ?? one.whole)}</td><td>${cell(one, one.readings.right)}</td>
        <td>${symmetryWords(one, text.decimalMark)}</td></tr>`,
    )}</tbody></table></section>`;
}

function gaitPart({ page }: Followed, text: ReportText): Html {
  return html`<section class="stands"><h2>${words.legs}</h2><ul>${page.gait.map(
    (one) => html`<li><span class="verdict ${one.verdict}">${REHAB_TEXT.criterion.verdicts[one.verdict]}</span>
      <div><p>${gaitWords(one)}</p>
      <p><b>${gaitDifferenceWords(one, text.decimalMark)}</b></p>
      ${one.reason && html`<p>${REHAB_TEXT.gait[one.reason]}</p>`}
      <p class="fine">${one.sources.map((name) => sourceWords(name)).join('; ')}</p></div></li>`,
  )}</ul></section>`;
}

function changesPart({ page, baseline }: Followed, text: ReportText, dateWords: (date: string) => string): Html {
  const comparison = baseline?.comparison ?? null;
  const { lines } = comparisonLines(page.changedSinceBaseline, comparison?.kind ?? 'before-after', text);
  const nothing = page.noComparison === null ? words.noChanges : words[page.noComparison];
  return html`<section class="stands"><h2>${words.changes}</h2>
    <p class="fine">${baselineSentence(baseline, baseline ? dateWords(baseline.session.date) : '')}</p>
    ${
      lines.length === 0
        ? html`<p>${nothing}</p>`
        : html`<table><thead><tr>${words.changeColumns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>${lines.map(
            ({ label, unit, leg, first, second, difference }) =>
              html`<tr><th scope="row">${label} <span class="unit">${unit}</span></th><td>${leg}</td><td>${first.text}</td>
              <td>${second.text}</td><td>${difference}</td></tr>`,
          )}</tbody></table>`
    }</section>`;
}

function planPart({ page }: Followed, text: ReportText): Html {
  const sentences = planSentences(page.plan, PAIN_RULES[page.tissue], text);
  return html`<section class="stands"><h2>${words.plan}</h2>${sentences.map((one) => html`<p>${one}</p>`)}</section>`;
}

function patternsPart({ patterns }: Followed, text: ReportText): Html {
  if (patterns === null) return html``;
  const complaint = REHAB_TEXT.patterns.complaints[patterns.complaint];
  return html`<section class="stands"><h2>${fill(REHAB_TEXT.patterns.title, { complaint })}</h2>
    ${patterns.seen.map(
      (seen) => html`${patternSentences(seen, text).map((sentence) => html`<p>${sentence}</p>`)}
      <p class="fine">${seen.link.sources.map((name) => sourceWords(name)).join('; ')}</p>`,
    )}
    ${patternsFootnotes(patterns, text).map((sentence) => html`<p>${sentence}</p>`)}</section>`;
}

function placePart({ episodes }: Followed, dateWords: (date: string) => string): Html {
  if (episodes.length < 2) return html``;
  return html`<section class="stands"><h2>${words.place}</h2>${episodes.map(
    (episode) =>
      html`<p><b>${episode.words}</b>, ${episode.from ? dateWords(episode.from) : words.dayUnknown}. ${episodeSentence(episode)}</p>`,
  )}</section>`;
}

function painPart({ page }: Followed, dateWords: (date: string) => string): Html {
  if (page.pain.length === 0) return html``;
  const { pain } = REHAB_TEXT.bodyMap;
  return html`<section class="stands"><h2>${words.pain}</h2><table><thead><tr><th scope="col"></th>
    ${[pain.before, pain.during, pain.after, pain.nextDay].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${page.pain.map(
      ({ date, before, during, after, nextDay }) =>
        html`<tr><th scope="row">${dateWords(date)}</th>${[before, during, after, nextDay].map((value) => html`<td>${value ?? '–'}</td>`)}</tr>`,
    )}</tbody></table></section>`;
}
