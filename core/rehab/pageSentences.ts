// Patterns, changes, places and the baseline in sentences, with values in the units and digits of every other number.

import type { ComparedRow } from '../compare/compareVisits.ts';
import { displayUnit, fill, formatNumber, opening } from '../report/formatNumber.ts';
import type { ReportText } from '../report/reportText.ts';
import type { FoundBaseline } from './baseline.ts';
import type { Episode, Place } from './bodyMap.ts';
import type { PatternLink } from './patternLinks.ts';
import type { PatternSeen, Patterns, SeenShift } from './patterns.ts';
import { REHAB_TEXT, type RehabText } from './rehabText.ts';

/** A difference with its sign and unit, e.g. `−30 ms`. */
function signed(row: ComparedRow, difference: number, report: ReportText): string {
  const unit = displayUnit(row.id, row.unit);
  const size = formatNumber(difference * unit.factor, unit.digits, report.decimalMark);
  return `${difference > 0 ? '+' : ''}${size}${unit.suffix}`;
}

/** How large a difference must be, without a sign. */
function sized(row: ComparedRow, size: number, report: ReportText): string {
  return signed(row, size, report).replace('+', '');
}

/**
 * One pattern: what the literature has, then what this runner shows, each with what would be beyond the error and whether it goes that way.
 */
export function patternSentences(
  { link, side, sinceBaseline, againstOtherLeg }: PatternSeen,
  report: ReportText,
  text: RehabText = REHAB_TEXT,
): readonly string[] {
  const { patterns } = text;
  const label = report.parameters[link.id].label;
  const what = side === null ? label : `${label}, ${text.side[side]}`;
  const shift = (template: string, seen: SeenShift | null): readonly string[] => {
    if (seen === null) return [];
    const places = {
      what,
      difference: signed(seen.row, seen.difference, report),
      threshold: sized(seen.row, seen.threshold, report),
    };
    return [`${fill(template, places)}, ${seen.asLinked ? patterns.asLinked : patterns.otherWay}.`];
  };
  return [
    `${opening(linkWords(link, text))}.`,
    ...shift(patterns.change, sinceBaseline),
    ...shift(patterns.legs, againstOtherLeg),
  ];
}

/** What is seen in those who hurt, in a few words. */
function linkWords({ id, goes }: PatternLink, text: RehabText = REHAB_TEXT): string {
  return text.patterns.linked[id]?.[goes] ?? '';
}

/** What stands below the list: why it is empty, and what could not be judged. */
export function patternsFootnotes(
  { nothing, notJudged }: Patterns,
  report: ReportText,
  text: RehabText = REHAB_TEXT,
): readonly string[] {
  const measures = notJudged.map(({ id }) => report.parameters[id].plain).join(', ');
  return [
    ...(nothing === null ? [] : [text.patterns.nothing[nothing]]),
    ...(notJudged.length === 0 ? [] : [fill(text.patterns.notJudged, { measures })]),
    text.patterns.note,
  ];
}

/** What a visit is compared with; @param date as people write it */
export function baselineSentence(
  found: Pick<FoundBaseline<{ id: string; date: string; purpose: string }>, 'kind'> | null,
  date: string,
  text: RehabText = REHAB_TEXT,
): string {
  return found === null ? text.baseline.none : fill(text.baseline[found.kind], { date });
}

/** A place as it is called, e.g. `Calf, left`. */
export function placeWords({ region, side, episodes }: Place, text: RehabText = REHAB_TEXT): string {
  const name = region === 'other' ? (episodes[0]?.words ?? text.regions.other) : text.regions[region];
  return side === null ? name : fill(text.place, { region: name, side: text.side[side] });
}

/** Whether it hurt there before. @returns null for the first time */
export function episodeSentence({ again, daysAfterLast }: Episode, text: RehabText = REHAB_TEXT): string | null {
  const { bodyMap } = text;
  if (again === 'first') return null;
  if (again !== 'recurrence') return bodyMap[again];
  return daysAfterLast === null ? bodyMap.recurrenceNoDays : fill(bodyMap.recurrence, { days: daysAfterLast });
}

/** Which day of an injury it is. */
export function dayWords(day: number | null, text: RehabText = REHAB_TEXT): string {
  return day === null ? text.readiness.noOnset : fill(text.readiness.day, { day });
}
