// Healthy bands on the mean curves: a short bar at the place of the stride where the band's variable is read, and nowhere else.
//
// Whole bands of curves are not drawn: those published belong to one speed and to 3-D angles, and a grey river along the whole
// stride would claim more than is known.

import { type CurvePanel, niceAxis } from '../report/curvePanels.ts';
import type { Instant, Where } from '../report/explain/moments.ts';
import { RECIPES } from '../report/explain/recipes.ts';
import type { Capture, ChannelId, Curve, Gait, ParameterId } from '../types.ts';
import { type NormBand, normFor } from './normFor.ts';

/** One bar. */
export interface NormMark {
  readonly id: ParameterId;
  readonly channel: ChannelId;
  /** Place in the stride, %; between those of both legs when both are known. */
  readonly atPct: number;
  readonly band: NormBand;
}

/** Angles read at contact; those of turning points say their angle themselves. */
export const AT_CONTACT: Partial<Readonly<Record<ParameterId, ChannelId>>> = {
  footAngleAtContact: 'foot',
  shankAngleAtContact: 'shank',
  kneeFlexionAtContact: 'kneeFlexion',
  ankleAtContact: 'ankle',
  thighAtContact: 'thigh',
};

/** The pelvis is drawn right side up for both legs, which is not how its drop is counted. */
const NOT_AS_DRAWN: ReadonlySet<ChannelId> = new Set(['pelvicObliquity']);

/**
 * The bars that may be drawn behind the curves of a result.
 * @returns empty where no band is honest: unknown speed, slope, oblique camera, another gait (see normFor.ts)
 */
export function normMarks(result: {
  readonly curves: readonly Curve[];
  readonly capture: Capture;
  readonly gait: Gait;
}): readonly NormMark[] {
  const ids = Object.keys(RECIPES) as ParameterId[];
  return ids.flatMap((id) => {
    const { where } = RECIPES[id];
    const channel = where.kind === 'peak' ? where.channel : AT_CONTACT[id];
    if (channel === undefined || NOT_AS_DRAWN.has(channel)) return [];
    const { band } = normFor(id, result.capture.speedMs, result.gait, result.capture);
    const places = result.curves
      .filter((curve) => curve.id === channel)
      .map((curve) => placeOn(curve, where, result.gait))
      .filter((place) => place !== null);
    if (band === null || places.length === 0) return [];
    return [{ id, channel, atPct: places.reduce((sum, place) => sum + place, 0) / places.length, band }];
  });
}

/** A chart's axis long enough for its bars as well. */
export function axisWithMarks<T extends Pick<CurvePanel, 'minDeg' | 'maxDeg' | 'ticksDeg'>>(
  panel: T,
  marks: readonly NormMark[],
): T {
  const low = Math.min(panel.minDeg, ...marks.map((mark) => mark.band.low));
  const high = Math.max(panel.maxDeg, ...marks.map((mark) => mark.band.high));
  return low === panel.minDeg && high === panel.maxDeg ? panel : { ...panel, ...niceAxis(low, high) };
}

/** Where the variable is read on this leg's mean curve, %; null when that part of it is not known. */
function placeOn(curve: Curve, where: Where, gait: Gait): number | null {
  if (where.kind !== 'peak') return 0;
  const fromPct = instantPct(where.from, curve.toeOffPct);
  const toPct = instantPct((gait === 'walk' ? where.walkTo : undefined) ?? where.to, curve.toeOffPct);
  if (fromPct === null || toPct === null) return null;
  let place: number | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (let pct = Math.round(fromPct); pct <= Math.round(toPct); pct++) {
    const mean = curve.meanDeg[pct];
    if (mean != null && where.sign * mean > highest) [highest, place] = [where.sign * mean, pct];
  }
  return place;
}

function instantPct(at: Instant, toeOffPct: number | null): number | null {
  if (at === 'contact') return 0;
  if (at === 'end') return 100;
  if (at === 'dropEnd') return 40;
  if (toeOffPct === null) return null;
  return at === 'toeOff' ? toeOffPct : at === 'midStance' ? toeOffPct / 2 : (toeOffPct + 100) / 2;
}
