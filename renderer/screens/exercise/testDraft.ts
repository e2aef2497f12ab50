// A test of a film as it is written in the form, and back.
import { readNumber } from '../../../core/records/beltSpeed.ts';
import type { Fresh, ReturnTest } from '../../../core/records/records.ts';
import { testOf } from '../../../core/rehab/testCatalogue.ts';
import { TEST_TEXT } from '../../../core/rehab/testText.ts';
import { fill, formatNumber } from '../../../core/report/formatNumber.ts';
import { EXERCISE_SCREEN_TEXT } from '../../text/exerciseScreenText.ts';

const text = EXERCISE_SCREEN_TEXT.tests;

/** What the clinician has written of one test. */
export interface TestDraft {
  readonly offered: Fresh<ReturnTest>;
  /** Empty = not to be kept. */
  readonly value: string;
  readonly pain: number | null;
}

/** `Heel raises on one leg, left` */
export function testName(test: Pick<ReturnTest, 'test' | 'side'>): string {
  const kind = testOf(test);
  const label = kind ? TEST_TEXT[kind.id].label : test.test;
  return test.side === null ? label : fill(text.name, { test: label, leg: EXERCISE_SCREEN_TEXT.leg[test.side] });
}

/** Repetitions are whole, angles are not. */
const isCounted = ({ unit }: Pick<ReturnTest, 'unit'>): boolean => unit === 'repetitions';

/** A value as it is written, with its unit. */
export function testValue({ value, unit }: Pick<ReturnTest, 'value' | 'unit'>): string {
  return value === null ? '' : `${written(value, unit)} ${unit}`;
}

function written(value: number, unit: string): string {
  return formatNumber(value, isCounted({ unit }) ? 0 : 1);
}

/** What the form begins with: the film's own. */
export function testDraft(offered: Fresh<ReturnTest>): TestDraft {
  return { offered, value: offered.value === null ? '' : written(offered.value, offered.unit), pain: offered.pain };
}

/** What is wrong with what is written; null = nothing. */
export function draftFault({ offered, value }: TestDraft): string | null {
  if (value.trim() === '') return null;
  const number = readNumber(value);
  if (isCounted(offered)) return number !== null && Number.isInteger(number) && number >= 0 ? null : text.wrong.count;
  return number === null ? text.wrong.value : null;
}

/** What is kept of drafts without faults; the film's own value in full where it was not changed. */
export function testsOf(drafts: readonly TestDraft[]): readonly Fresh<ReturnTest>[] {
  return drafts.flatMap(({ offered, value, pain }) => {
    const number = readNumber(value);
    if (value.trim() === '' || number === null) return [];
    if (offered.value === null) return [{ ...offered, value: number, pain, notes: text.noteUncounted }];
    const film = written(offered.value, offered.unit);
    if (value.trim() === film) return [{ ...offered, pain }];
    return [{ ...offered, value: number, pain, notes: fill(text.note, { count: film }) }];
  });
}
