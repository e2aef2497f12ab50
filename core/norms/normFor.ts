// The healthy band for one variable at one speed, or why there is none.

import { UNITS } from '../parameters/catalogue.ts';
import { REFUSE_NORMS_DEG } from '../quality/filmFlags.ts';
import type { Capture, Gait, ParameterId } from '../types.ts';
import { NORM_SOURCES, type NormSource } from './bands.ts';

export interface NormBand {
  readonly id: ParameterId;
  readonly mean: number;
  /** Between people. */
  readonly sd: number;
  /** 5th and 95th percentile of a normal distribution with this mean and scatter. */
  readonly low: number;
  readonly high: number;
  readonly population: string;
  readonly source: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly provisional: boolean;
}

/** Either a band, or null and the reason in one sentence. */
export type Norm = { readonly band: NormBand; readonly why: null } | { readonly band: null; readonly why: string };

/** What else decides whether a band may stand behind a value. */
export type NormContext = Partial<Pick<Capture, 'footReference' | 'yawDeg' | 'inclinePct'>>;

/** A band moved along the speed by slopes of three runners is widened by this share (measurement.md §5). */
const WIDENED = 1.2;

/** Within this of a band's own speed it is not moved, m/s. Ours: the rounding of a treadmill's display. */
const SAME_SPEED_MS = 0.1;

/** Belts steeper than this are not what the bands were measured on, %. Ours: 1 % is commonly set against the missing wind. */
const LEVEL_PCT = 1.5;

/** Standard deviations from the mean to the 5th and 95th percentile. */
const NINETY_PCT = 1.645;

/** Variables for which a published band exists and is still not shown. */
const REFUSED: Partial<Record<ParameterId, string>> = {
  hipFlexionPeak: 'Published hip angles are 3-D, thigh against pelvis; this one is 2-D, thigh against trunk.',
  dutyFactor: 'Published duty factors depend on the force threshold (39 % at 0.25 N/kg, 36 % at 50 N).',
  contactTime: 'Published contact times depend on the force threshold.',
  strikePattern: 'A strike pattern is a habit, not a fault; it has no healthy band.',
  strideLength: 'Stride length follows from speed and cadence; see cadence.',
  stepLength: 'Step length follows from speed and cadence; see cadence.',
};

/**
 * The band of healthy adults for a variable.
 * Works: treadmill, level, at the speeds of the source, camera within 10° of square. Fails, on purpose, everywhere else.
 * @param speedMs belt speed; null when not known
 * @param context what the film allows; foot and ankle need to know what a flat foot was taken from
 */
export function normFor(id: ParameterId, speedMs: number | null, gait: Gait, context: NormContext = {}): Norm {
  const refused = REFUSED[id] ?? refusedByFilm(id, context);
  if (refused !== undefined) return { band: null, why: refused };
  const candidates = NORM_SOURCES.filter((source) => source.id === id && source.gait === gait);
  if (candidates.length === 0) return { band: null, why: 'No published band fits this variable.' };
  const fitting = candidates.find((source) => fitsFoot(source, context));
  if (fitting === undefined)
    return { band: null, why: 'The band is counted from quiet standing, which this clip does not begin with.' };
  if (speedMs === null) return { band: null, why: 'The band depends on the belt speed, which is not known.' };
  if (speedMs < fitting.fromMs || speedMs > fitting.toMs) {
    return { band: null, why: `The band holds from ${fitting.fromMs} to ${fitting.toMs} m/s.` };
  }
  return { band: bandAt(fitting, speedMs), why: null };
}

function refusedByFilm(id: ParameterId, { yawDeg, inclinePct }: NormContext): string | undefined {
  if (Math.abs(inclinePct ?? 0) > LEVEL_PCT) return 'The bands were measured on a level belt.';
  const isTurned = (yawDeg ?? 0) > REFUSE_NORMS_DEG && UNITS[id] === 'deg';
  return isTurned
    ? `The camera is turned by more than ${REFUSE_NORMS_DEG}°, which changes angles too much.`
    : undefined;
}

function fitsFoot(source: NormSource, { footReference }: NormContext): boolean {
  return source.footReference === undefined || source.footReference === footReference;
}

function bandAt(source: NormSource, speedMs: number): NormBand {
  const { mean, sd } = along(source, speedMs);
  const { id, population, fromMs, toMs, provisional } = source;
  const reach = NINETY_PCT * sd;
  return {
    id,
    mean,
    sd,
    low: mean - reach,
    high: mean + reach,
    population,
    source: source.source,
    fromMs,
    toMs,
    provisional,
  };
}

/** Mean and scatter at a speed: between two points on a line, beside a single point along its slope. */
function along({ points, slopePerMs }: NormSource, speedMs: number): { mean: number; sd: number } {
  const after = points.findIndex((point) => point.speedMs >= speedMs);
  if (after > 0) {
    const [a, b] = [points[after - 1]!, points[after]!];
    const u = (speedMs - a.speedMs) / (b.speedMs - a.speedMs);
    return { mean: a.mean + u * (b.mean - a.mean), sd: a.sd + u * (b.sd - a.sd) };
  }
  const nearest = after === 0 ? points[0]! : points.at(-1)!;
  const offMs = speedMs - nearest.speedMs;
  if (slopePerMs === null || Math.abs(offMs) <= SAME_SPEED_MS) return { mean: nearest.mean, sd: nearest.sd };
  return { mean: nearest.mean + slopePerMs * offMs, sd: WIDENED * nearest.sd };
}
