// What the runner reads: a few numbers and plain sentences about what is the same left and right and what differs.

import type { Asymmetry, Parameter, ParameterId, Side, TrialResult, Unit } from '../types.ts';
import { displayUnit, fill, formatMargin, formatNumber, formatValue, opening } from './formatNumber.ts';
import type { VideoInfo } from './provenance.ts';
import type { ReportText } from './reportText.ts';

/** One value of a headline number, plain digits; both null when not measurable. */
export interface HeadlineValue {
  readonly text: string | null;
  readonly margin: string | null;
}

/** One of the large numbers on the first page. */
export interface HeadlineNumber {
  readonly id: ParameterId;
  readonly label: string;
  readonly unit: string;
  /** For a variable of the whole body. */
  readonly whole: HeadlineValue | null;
  /** For a variable of each leg. */
  readonly left: HeadlineValue | null;
  readonly right: HeadlineValue | null;
  readonly verdict: Asymmetry['verdict'] | null;
  /** Verdict or remark in words. */
  readonly note: string;
}

/** Each place on the page with its choices; the first that was measured is shown. The same for every clip, so that two reports compare. */
const PLACES = {
  run: [
    ['cadence'],
    ['contactTime', 'stepTime'],
    ['strideLength', 'kneeFlexionPeakStance', 'kneeFlexionPeakSwing'],
    ['trunkLean', 'verticalOscillation'],
  ],
  walk: [
    ['cadence'],
    ['stancePct', 'contactTime', 'stepTime'],
    ['strideLength', 'kneeFlexionPeakSwing'],
    ['trunkLean', 'doubleSupportPct'],
  ],
  posterior: [['cadence'], ['pelvicDrop'], ['lateralTrunkLean'], ['stepWidth', 'kneeSeparation']],
} as const satisfies Record<string, readonly (readonly ParameterId[])[]>;

/** The large numbers, always four. */
export function headlineNumbers(result: TrialResult, text: ReportText): readonly HeadlineNumber[] {
  return headlineIds(result).map((id) => headlineNumber(result, id, text));
}

/** Which variables stand large on the first page. */
export function headlineIds(result: Pick<TrialResult, 'capture' | 'gait' | 'parameters'>): readonly ParameterId[] {
  const kind = result.capture.view === 'posterior' ? 'posterior' : result.gait === 'walk' ? 'walk' : 'run';
  return PLACES[kind].map((choices: readonly ParameterId[]) => {
    const measured = choices.find((id) => result.parameters.some((p) => p.id === id && p.value !== null));
    return measured ?? choices[0] ?? 'cadence';
  });
}

function headlineNumber(result: TrialResult, id: ParameterId, text: ReportText): HeadlineNumber {
  const own = result.parameters.filter((p) => p.id === id);
  const unit = displayUnit(id, own[0]?.unit ?? '1');
  const value = (p: Parameter | undefined): HeadlineValue => ({
    text: formatValue(signed(p?.value ?? null, id), unit, 'plain', text.decimalMark),
    margin: formatMargin(p?.value == null ? null : p.sigma, unit, 'plain', text.decimalMark),
  });
  const of = (side: Side | null) => own.find((p) => p.side === side);
  const sided = of('left') !== undefined || of('right') !== undefined;
  const verdict = result.asymmetry.find((a) => a.id === id)?.verdict ?? null;
  return {
    id,
    label: opening(text.parameters[id].plain),
    unit: own.length === 0 ? '' : unit.name,
    whole: sided ? null : value(of(null)),
    left: sided ? value(of('left')) : null,
    right: sided ? value(of('right')) : null,
    verdict: sided ? (verdict ?? 'not-measurable') : null,
    note: sided ? text.verdictShort[verdict ?? 'not-measurable'] : of(null)?.value == null ? '' : text.headline.whole,
  };
}

/** Variables whose table sign is minus in the direction that the plain words name. */
const REVERSED: ReadonlySet<ParameterId> = new Set(['thighExtensionPeak', 'anklePlantarflexionPeak']);
/** A value counted in the direction that the plain words name. */
export const signed = (value: number | null, id: ParameterId): number | null =>
  value !== null && REVERSED.has(id) ? -value : value;

/** The sentences about left and right. */
export interface SideComparison {
  /** Names of the measures that are the same. */
  readonly same: string;
  /** One entry per difference, the clearest first. */
  readonly differs: readonly { readonly line: string; readonly size: string }[];
  /** How many more differences the table holds; null when all are listed. */
  readonly further: string | null;
  /** False when no measure at all could be compared. */
  readonly compared: boolean;
  /** Names of the measures that could not be compared; null when all could. */
  readonly uncompared: string | null;
}

/** More than this many differences do not fit on the page and are counted instead. */
export const MOST_DIFFERENCES = 4;

/**
 * Variables that say once more what another already says: lengths are times × belt speed, flight and duty factor go with the
 * contact time, and the foot strike has a sentence of its own. They stand in the table only.
 */
export const SAID_OTHERWISE: ReadonlySet<ParameterId> = new Set([
  'dutyFactor',
  'flightTime',
  'strideLength',
  'stepLength',
  'strikePattern',
]);

/** What is the same, what differs and what cannot be compared, in words. */
export function compareSides(result: TrialResult, text: ReportText): SideComparison {
  const compared = result.asymmetry.filter((a) => !SAID_OTHERWISE.has(a.id));
  const names = (verdict: Asymmetry['verdict']) =>
    compared.filter((a) => a.verdict === verdict).map((a) => text.parameters[a.id].plain);
  const different = compared
    .filter((a) => a.verdict === 'different' && a.difference !== null)
    .sort((a, b) => clearness(b) - clearness(a));
  const same = names('within-error');
  const uncompared = names('not-measurable');
  return {
    same: same.length === 0 ? text.same.none : `${opening(same.join(', '))}.`,
    differs: different.slice(0, MOST_DIFFERENCES).map((a) => differenceWords(a, text)),
    further:
      different.length > MOST_DIFFERENCES
        ? fill(text.differs.further, { count: different.length - MOST_DIFFERENCES })
        : null,
    compared: different.length + same.length > 0,
    uncompared: uncomparedWords(uncompared, text),
  };
}

/** More names than this are counted instead. */
const MOST_NAMES = 5;

function uncomparedWords(names: readonly string[], text: ReportText): string | null {
  if (names.length === 0) return null;
  return names.length > MOST_NAMES
    ? fill(text.uncomparedMany, { count: names.length })
    : fill(text.uncompared, { measures: names.join(', ') });
}

/** How many times its threshold a difference is. */
const clearness = (a: Asymmetry): number => Math.abs(a.difference ?? 0) / (a.threshold || 1);

function differenceWords(a: Asymmetry, text: ReportText): { readonly line: string; readonly size: string } {
  const unit = displayUnit(a.id, a.unit);
  const words = (value: number | null) => {
    const digits = formatValue(value, unit, 'plain', text.decimalMark);
    return digits === null ? text.notMeasurable : digits + unit.suffix;
  };
  const difference = signed(a.difference, a.id) ?? 0;
  return {
    line: fill(text.differs.line, {
      measure: opening(text.parameters[a.id].plain),
      right: words(signed(a.right, a.id)),
      left: words(signed(a.left, a.id)),
    }),
    size: fill(text.differs.size, {
      difference: words(Math.abs(difference)),
      direction: direction(difference, a.unit, text),
      threshold: words(a.threshold),
    }),
  };
}

/** `more` or `less`, of times `longer` or `shorter`. */
export function direction(difference: number, unit: Unit, text: ReportText): string {
  if (unit === 's') return difference > 0 ? text.longer : text.shorter;
  return difference > 0 ? text.more : text.less;
}

/** What was filmed, in two sentences. */
export function leadSentences(result: TrialResult, video: VideoInfo, text: ReportText): readonly string[] {
  const number = (value: number, digits: number) => formatNumber(value, digits, text.decimalMark);
  const { speedMs, inclinePct, view } = result.capture;
  const used = (side: Side) => result.strides.filter((s) => s.side === side && s.excluded === null).length;
  const speed =
    speedMs === null ? '' : fill(text.lead.speed, { ms: number(speedMs, 1), kmh: number(speedMs * 3.6, 1) });
  const incline =
    inclinePct === null
      ? ''
      : inclinePct === 0
        ? text.lead.level
        : fill(text.lead.incline, { incline: number(inclinePct, 1) });
  return [
    fill(text.lead.filmed, {
      view: text.view[view],
      duration: number(video.durationS / video.slowMotion, 1),
      rate: number(video.rateHz * video.slowMotion, 0),
      speed,
      incline,
    }),
    used('left') + used('right') === 0
      ? text.lead.noStrides
      : fill(text.lead.strides, { left: used('left'), right: used('right') }),
  ];
}

/** The foot strike of each leg in words, or null when neither is known. */
export function strikeSentence(result: TrialResult, text: ReportText): string | null {
  const of = (side: Side) =>
    result.parameters.find((p) => p.id === 'strikePattern' && p.side === side && p.value !== null);
  const left = of('left');
  const right = of('right');
  if (left === undefined && right === undefined) return null;
  const words = (p: Parameter | undefined): string => {
    if (p === undefined) return text.notMeasurable;
    const label = p.label ?? 'uncertain';
    const share = p.shares?.[label];
    return share === undefined
      ? text.strike[label]
      : fill(text.strikeShare, { label: text.strike[label], share: formatNumber(100 * share, 0) });
  };
  return fill(text.strikeLine, { left: words(left), right: words(right) });
}
