// Every angle of the side view over the whole clip, from the points of the sagittal body.

import { type AngleChannel, type ChannelId, type SagittalBody, SIDES, type Side } from '../types.ts';
import { hangingAngle, pitchAngle, standingAngle } from './segments.ts';

/** Foot pitch of each leg with the sole flat on the belt, degrees; NaN when it was never seen flat. */
export type FlatFootDeg = Readonly<Record<Side, number>>;

/** The order in which one leg's angles are listed, written and drawn. */
export const LEG_CHANNELS = ['thigh', 'hipFlexion', 'kneeFlexion', 'ankle', 'foot', 'shank'] as const;

/**
 * All angles of the side view: the trunk, then both legs.
 *
 * Formulas (measurement.md §2): kneeFlexion = thigh − shank; ankle = foot − shank; hipFlexion = thigh + trunkLean; the foot is
 * heel→toe against that leg's own flat foot, so foot and ankle are both 0 for a flat foot under a vertical shank.
 * Source: Stenum 2021 (PMC8099131, thigh against vertical) and Sports2D (knee and ankle) agree in sign.
 * Works: the camera square to the runner. Fails: turned by more than 10°, see cameraYaw.ts.
 * @param flatFootDeg what to subtract from foot pitch; NaN leaves foot and ankle missing
 */
export function sagittalChannels(body: SagittalBody, flatFootDeg: FlatFootDeg): AngleChannel[] {
  const trunkLean = standingAngle(body.midHip, body.midShoulder);
  return [
    { id: 'trunkLean', side: null, deg: trunkLean },
    ...SIDES.flatMap((side) => legChannels(body, side, trunkLean, flatFootDeg[side])),
  ];
}

function legChannels(body: SagittalBody, side: Side, trunkLean: Float64Array, flatFootDeg: number): AngleChannel[] {
  const { hip, knee, ankle, heel, toe } = body[side];
  const thigh = hangingAngle(hip, knee);
  const shank = hangingAngle(knee, ankle);
  const foot = pitchAngle(heel, toe).map((deg) => deg - flatFootDeg);
  const deg: Record<(typeof LEG_CHANNELS)[number], Float64Array> = {
    thigh,
    hipFlexion: thigh.map((value, i) => value + trunkLean[i]!),
    kneeFlexion: thigh.map((value, i) => value - shank[i]!),
    ankle: foot.map((value, i) => value - shank[i]!),
    foot,
    shank,
  };
  return LEG_CHANNELS.map((id) => ({ id, side, deg: deg[id] }));
}

/** One channel out of the list; all NaN of the right length when there is none. */
export function channelOf(channels: readonly AngleChannel[], id: ChannelId, side: Side | null): Float64Array {
  const found = channels.find((channel) => channel.id === id && channel.side === side);
  return found?.deg ?? new Float64Array(channels[0]?.deg.length ?? 0).fill(Number.NaN);
}
