// The filming card, and the walk–run plan with its diary, as sheets.

import type { FilmingCardWords } from '../../core/rehab/rehabSentences.ts';
import type { DiaryStage, WalkRunDiary } from '../../core/rehab/walkRunDiary.ts';
import { type Html, html } from './html.ts';
import type { Sheet } from './pageFrame.ts';

/** Lines on the card for what is written down at the treadmill. */
const CARD_LINES = 4;

/** One sheet, large enough to be read from where the camera stands. */
export function filmingCardSheets({ title, films, notes }: FilmingCardWords): readonly Sheet[] {
  const body = html`<div class="card"><ol>${films.map((film) => html`<li>${film.replace(/^\d+\. /, '')}</li>`)}</ol></div>
    <div class="card"><ul>${notes.map((note) => html`<li>${note}</li>`)}</ul></div>
    <div class="card lines">${Array.from({ length: CARD_LINES }, () => html`<p></p>`)}</div>`;
  return [{ kind: 'runner', title, body }];
}

/** Room on a sheet for stages, mm of Letter, the shorter paper; the first sheet has the rules as well. Measured on the sheets. */
const SHEET_MM = 220;
const RULES_MM = 32;
/** A stage's name and head, and each of its lines, mm. */
const STAGE_MM = 15;
const LINE_MM = 7.8;

/** The rules and as many stages as a sheet holds, then the others. */
export function diarySheets({ title, columns, stages, rules, note }: WalkRunDiary): readonly Sheet[] {
  const intro = html`<ul class="rules">${rules.map((rule) => html`<li>${rule}</li>`)}</ul>`;
  return packed(stages).map((part, i, all) => ({
    kind: 'runner',
    title,
    body: html`${i === 0 && intro}${part.map((stage) => stageTable(stage, columns))}
      ${i === all.length - 1 && html`<p class="fine">${note}</p>`}`,
  }));
}

function stageTable({ stage, what, filled, emptyLines, isOver }: DiaryStage, columns: readonly string[]): Html {
  const lines = [...filled, ...Array.from({ length: emptyLines }, () => columns.map(() => ''))];
  return html`<section class="stage-sheet ${isOver && 'over'}"><h2>${stage}. ${what}</h2>
    <table><thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${lines.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></section>`;
}

/** At least one stage a sheet, however long its diary. */
function packed(stages: readonly DiaryStage[]): readonly (readonly DiaryStage[])[] {
  const sheets: DiaryStage[][] = [];
  let leftMm = 0;
  for (const stage of stages) {
    const needsMm = STAGE_MM + LINE_MM * (stage.filled.length + stage.emptyLines);
    if (sheets.length === 0 || needsMm > leftMm) {
      leftMm = sheets.length === 0 ? SHEET_MM - RULES_MM : SHEET_MM;
      sheets.push([]);
    }
    sheets.at(-1)!.push(stage);
    leftMm -= needsMm;
  }
  return sheets;
}
