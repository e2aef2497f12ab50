// What is being entered of a test, as typed, and the records that it becomes.
import type { Fresh, ReturnTest } from '../../../../core/records/records.ts';
import { countingValue, type ReturnTestKind } from '../../../../core/rehab/testCatalogue.ts';

/** The sides that a test is entered for. */
export const PLACES = ['left', 'right', 'whole'] as const;
export type TestPlace = (typeof PLACES)[number];

export type PassAnswer = 'passed' | 'not-passed' | 'not-done';

/** One side, as typed. */
export interface SideDraft {
  /** One number, or every trial with a space between. */
  readonly value: string;
  readonly passed: PassAnswer;
  readonly pain: string;
}

export const EMPTY_SIDE: SideDraft = { value: '', passed: 'not-done', pain: '' };

export type TestDraft = Readonly<Record<TestPlace, SideDraft>>;

/** Where a test of this kind is entered. */
export const placesOf = ({ perSide }: ReturnTestKind): readonly TestPlace[] =>
  perSide ? ['left', 'right'] : ['whole'];

/** A record as it would be typed. */
export function draftOf(test: ReturnTest): SideDraft {
  const { value, trials, passed, pain } = test;
  return {
    value: (trials && trials.length > 0 ? trials : value === null ? [] : [value]).join(' '),
    passed: passed === null ? 'not-done' : passed ? 'passed' : 'not-passed',
    pain: pain === null ? '' : String(pain),
  };
}

/** Numbers in a text, with a point or a comma. @returns null when something in it is none */
export function numbersIn(text: string): readonly number[] | null {
  const words = text
    .trim()
    .split(/[\s;]+/)
    .filter((word) => word !== '');
  const numbers = words.map((word) =>
    /^[-−]?\d+([.,]\d+)?$/.test(word) ? Number(word.replace(',', '.').replace('−', '-')) : Number.NaN,
  );
  return numbers.every((number) => Number.isFinite(number)) ? numbers : null;
}

/** What is wrong with one side. */
export interface SideTrouble {
  readonly value: boolean;
  readonly pain: boolean;
}

/** Whether what is typed for a side can be kept. */
export function troubleIn({ value, pain }: SideDraft): SideTrouble {
  const painNumbers = numbersIn(pain);
  const isPain = painNumbers !== null && painNumbers.length < 2 && painNumbers.every((one) => one >= 0 && one <= 10);
  return { value: numbersIn(value) === null, pain: !isPain };
}

/** Of which test, whose, and when. */
export interface TestFrame {
  readonly clientId: string;
  readonly date: string;
  readonly kind: ReturnTestKind;
}

/** The record of one side. @returns null when nothing was entered for it, or something is wrong */
export function recordOf(
  draft: SideDraft,
  place: TestPlace,
  { clientId, date, kind }: TestFrame,
): Fresh<ReturnTest> | null {
  const trouble = troubleIn(draft);
  if (trouble.value || trouble.pain) return null;
  const trials = kind.asks === 'value' ? (numbersIn(draft.value) ?? []) : [];
  const value = countingValue(kind, trials);
  const passed = kind.asks !== 'pass' || draft.passed === 'not-done' ? null : draft.passed === 'passed';
  const pain = numbersIn(draft.pain)?.[0] ?? null;
  if (value === null && passed === null && (kind.asks !== 'pain' || pain === null)) return null;
  const side = place === 'whole' ? null : place;
  const all = trials.length > 1 ? { trials } : {};
  return { clientId, date, test: kind.id, side, value, unit: kind.unit, passed, pain, notes: '', ...all };
}

/**
 * What a changed record becomes: only what the line asks for. Its name, side and unit stay as they were noted, so that kilograms
 * never turn into newtons; trials that were taken out are gone.
 */
export function changeOf(
  { date, value, passed, pain, trials }: Fresh<ReturnTest>,
  before: ReturnTest,
  { asks }: ReturnTestKind,
): Partial<Fresh<ReturnTest>> {
  const answer = asks === 'value' ? { value } : asks === 'pass' ? { passed } : {};
  const hasTrials = asks === 'value' && (trials ?? before.trials) !== undefined;
  return { date, pain, ...answer, ...(hasTrials ? { trials: trials ?? [] } : {}) };
}
