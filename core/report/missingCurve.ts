// Why a leg has no curve of an angle: the reason that its numbers give.

import { AT_CONTACT } from '../norms/normMarks.ts';
import type { ChannelId, ParameterId, Side, TrialResult } from '../types.ts';
import { RECIPES } from './explain/recipes.ts';
import { fill } from './formatNumber.ts';
import type { ReportText } from './reportText.ts';

/**
 * One sentence for each leg whose curve is missing from a chart.
 * @returns null when both are there
 */
export function missingCurve(
  result: Pick<TrialResult, 'curves' | 'parameters'>,
  channel: ChannelId,
  text: ReportText,
): string | null {
  const sides: readonly Side[] = ['left', 'right'];
  const missing = sides.filter((side) => !hasCurve(result, channel, side));
  if (missing.length === 0) return null;
  return missing
    .map((side) => {
      const reason = reasonOf(result, channel, side) ?? text.reasons.unknown;
      return fill(text.curves.why, { leg: text.keyFrames.leg[side], reason });
    })
    .join(' ');
}

function hasCurve({ curves }: Pick<TrialResult, 'curves'>, channel: ChannelId, side: Side): boolean {
  const curve = curves.find((one) => one.id === channel && one.side === side);
  return curve?.meanDeg.some((deg) => deg !== null && Number.isFinite(deg)) ?? false;
}

/** A number read off this angle knows why it could not be read; else any number of the leg does. */
function reasonOf({ parameters }: Pick<TrialResult, 'parameters'>, channel: ChannelId, side: Side): string | null {
  const lost = parameters.filter((one) => one.side === side && one.quality === 'not-measurable');
  return (lost.find((one) => channelOf(one.id) === channel) ?? lost[0])?.reason ?? null;
}

function channelOf(id: ParameterId): ChannelId | null {
  const { where } = RECIPES[id];
  return where.kind === 'peak' ? where.channel : (AT_CONTACT[id] ?? null);
}
