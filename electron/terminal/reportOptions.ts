// What `openstride compare` and `openstride report` can be told, checked.
import type { ComparisonKind } from '../../core/compare/compareVisits.ts';
import { PLAYBACK_SPEEDS, type PlaybackSpeed } from '../../core/export/stepClock.ts';
import { MOST_VISITS } from '../../core/report/followUpModel.ts';
import { REPORT_KINDS, type ReportKind } from '../../core/report/reportKinds.ts';
import {
  PAPERS,
  type Paper,
  READERS,
  REPORT_SECTIONS,
  type Reader,
  type ReportSection,
} from '../../core/report/reportSetup.ts';
import { ANALYZE_OPTIONS, type AnalyzeCommand, analyzeOf } from './analyzeOptions.ts';
import { number, oneOf, type readWords, UsageError } from './words.ts';

/** What both say of the paper. */
export interface PaperWords {
  /** What each visit is called, in the order of the results; empty = by their kind. */
  readonly names: readonly string[];
  readonly client: string | null;
  readonly clinicName: string;
  readonly logoFile: string | null;
  readonly noteForClient: string;
  readonly noteForColleague: string;
  readonly paper: Paper;
  readonly reader: Reader;
  readonly leftOut: readonly ReportSection[];
  /** Films by where they lie now. */
  readonly films: readonly string[];
  readonly blurFaces: boolean;
}

export interface CompareCommand {
  readonly places: readonly [string, string];
  /** Null = by what they are. */
  readonly kind: ComparisonKind | null;
  /** Null = print only. */
  readonly outDir: string | null;
  readonly words: PaperWords;
  readonly report: boolean;
  /** Of the film of both in step; null = no film. */
  readonly filmSpeed: PlaybackSpeed | null;
  readonly json: boolean;
  readonly force: boolean;
  /** For films that have to be measured first; its files and folder are not used. */
  readonly analyze: AnalyzeCommand;
}

export interface ReportCommand {
  readonly places: readonly string[];
  /** Null = by how many there are. */
  readonly kind: ReportKind | null;
  readonly outFile: string;
  readonly words: PaperWords;
  /** When each clip of a run was filmed, minutes since its start; empty when nobody noted it. */
  readonly minutes: readonly number[];
  readonly force: boolean;
}

const PAPER_OPTIONS = {
  kind: { type: 'string' },
  names: { type: 'string' },
  client: { type: 'string' },
  clinic: { type: 'string', default: '' },
  logo: { type: 'string' },
  'text-client': { type: 'string', default: '' },
  'text-colleague': { type: 'string', default: '' },
  paper: { type: 'string', default: 'a4' },
  for: { type: 'string', default: 'client' },
  'leave-out': { type: 'string' },
  film: { type: 'string', multiple: true },
} as const;

/** Options of `compare` and whether they take a value. */
export const COMPARE_OPTIONS = {
  ...ANALYZE_OPTIONS,
  ...PAPER_OPTIONS,
  'side-by-side': { type: 'string' },
} as const;

/** Options of `report` and whether they take a value. */
export const REPORT_OPTIONS = {
  ...PAPER_OPTIONS,
  out: { type: 'string' },
  'blur-faces': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  minutes: { type: 'string' },
} as const;

type CompareValues = ReturnType<typeof readWords<typeof COMPARE_OPTIONS>>['values'];
type ReportValues = ReturnType<typeof readWords<typeof REPORT_OPTIONS>>['values'];

/** @param places what to compare @param values as read with {@link COMPARE_OPTIONS} @throws UsageError */
export function compareOf(places: readonly string[], values: CompareValues): CompareCommand {
  const [a, b, ...more] = places;
  if (a === undefined || b === undefined || more.length > 0)
    throw new UsageError(`Two are compared, not ${places.length}. Use: openstride compare A B [--out DIR]`);
  return {
    places: [a, b],
    kind:
      values.kind === undefined
        ? null
        : oneOf<ComparisonKind>(values.kind, '--kind', ['before-after', 'left-right', 'fresh-tired']),
    outDir: values.out ?? null,
    words: paperWords(values, 2),
    report: !values['no-report'],
    filmSpeed: filmSpeed(values['side-by-side'], values.out),
    json: values.json,
    force: values.force,
    // Without --out no film is measured, so that the folder stands for itself.
    analyze: analyzeOf([], { ...values, out: values.out ?? '.' }),
  };
}

/** @param places results, the baseline first @param values as read with {@link REPORT_OPTIONS} @throws UsageError */
export function reportOf(places: readonly string[], values: ReportValues): ReportCommand {
  if (places.length === 0) throw new UsageError('No result was named. Use: openstride report RESULT… --out FILE.pdf');
  if (places.length > MOST_VISITS)
    throw new UsageError(
      `A report holds ${MOST_VISITS} visits at most, not ${places.length}; choose those that matter.`,
    );
  if (!values.out) throw new UsageError('Say where the report should go with --out FILE.pdf.');
  const kind = values.kind === undefined ? null : oneOf(values.kind, '--kind', REPORT_KINDS);
  if (kind === 'single' && places.length > 1) throw new UsageError('--kind single takes one result.');
  if (kind === 'fresh-tired' && places.length < 2)
    throw new UsageError('--kind fresh-tired takes the clips of one run.');
  if (kind === 'before-after' && places.length !== 2)
    throw new UsageError(`--kind ${kind} takes two results, not ${places.length}.`);
  if (kind === 'left-right' && places.length > 2)
    throw new UsageError('--kind left-right takes one visit or two results.');
  const minutes = list(values.minutes).map((text) => number(text, '--minutes', 0, 1440) ?? 0);
  if (minutes.length > 0 && minutes.length !== places.length)
    throw new UsageError(
      `--minutes gives ${minutes.length} times for ${places.length} clips; separate them with commas.`,
    );
  const words = paperWords(values, places.length);
  return { places, kind, outFile: values.out, words, minutes, force: values.force };
}

function filmSpeed(text: string | undefined, outDir: string | undefined): PlaybackSpeed | null {
  if (text === undefined) return null;
  const speed = PLAYBACK_SPEEDS.find((one) => String(one) === text);
  if (speed === undefined) throw new UsageError(`--side-by-side takes ${PLAYBACK_SPEEDS.join(', ')}, not "${text}".`);
  if (outDir === undefined) throw new UsageError('--side-by-side writes a film: say where with --out DIR.');
  return speed;
}

function paperWords(values: Omit<ReportValues, 'minutes'>, count: number): PaperWords {
  const names = list(values.names);
  if (names.length > 0 && names.length !== count)
    throw new UsageError(`--names gives ${names.length} names for ${count}; separate them with commas.`);
  return {
    names,
    client: values.client ?? null,
    clinicName: values.clinic,
    logoFile: values.logo ?? null,
    noteForClient: lines(values['text-client']),
    noteForColleague: lines(values['text-colleague']),
    paper: oneOf(values.paper, '--paper', PAPERS),
    reader: oneOf(values.for, '--for', READERS),
    leftOut: list(values['leave-out']).map((part) => oneOf(part, '--leave-out', REPORT_SECTIONS)),
    films: values.film ?? [],
    blurFaces: values['blur-faces'],
  };
}

const list = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A shell has no easy line break: `\n` stands for one. */
const lines = (text: string): string => text.replaceAll('\\n', '\n');
