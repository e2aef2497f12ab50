// Our angles as the coordinates of OpenSim's gait models: same numbers, their names and their signs.
//
// Source: gait2392_simbody.osim. Its ground has X forward, Y up, Z to the right, and every coordinate here turns about +Z (seen
// from the runner's right, anticlockwise): hip_flexion, ankle_angle are + for flexion and dorsiflexion as ours; knee_angle is −
// for flexion (its range is −120…10°); pelvis_tilt is − for leaning forward. In Rajagopal2016 the knee is + for flexion.
// Works: leg segments then stand in space as filmed, because pelvis_tilt + hip_flexion is the thigh against the vertical.
// Fails: one camera does not see the pelvis tilt. It is taken to lean with the trunk, and lumbar_extension to be 0.

import { GaitError } from '../errors.ts';
import type { AngleChannel, ChannelId, Side, TrialResult } from '../types.ts';
import { nobodySeen } from './markerTracks.ts';

/** Which of OpenSim's models the signs are for. */
export type OpenSimModel = 'gait2392' | 'rajagopal2016';

/** One coordinate over time, degrees in OpenSim's sign. */
export interface JointCoordinate {
  /** OpenSim's name, e.g. `hip_flexion_r`. */
  readonly name: string;
  readonly deg: Float64Array;
}

/** The coordinates on the frames on which all of them are known. */
export interface JointCoordinates {
  readonly model: OpenSimModel;
  /** World times, s. [frames kept] */
  readonly timeS: Float64Array;
  readonly coordinates: readonly JointCoordinate[];
  /** Coordinates that were not measured, or on too few frames, by OpenSim's names. */
  readonly leftOut: readonly string[];
  /** Source frames that are not in the file because a coordinate is missing on them. */
  readonly framesLeftOut: number;
}

/** A coordinate known on fewer of the frames than this would cost the others too many of theirs. Ours. */
const LEAST_SHARE = 0.8;

interface Wanted {
  readonly name: string;
  readonly channel: ChannelId;
  readonly side: Side | null;
  readonly sign: 1 | -1;
}

/**
 * Names and signs the angles for OpenSim.
 *
 * OpenSim's reader of motions cannot hold a gap (`Storage` reads bare numbers), so nothing is filled in: a coordinate that is
 * known on fewer than 80 % of the frames is left out as a whole, and a frame on which any other is missing has no row.
 * @throws GaitError `not-exportable` when no angle is left
 */
export function jointCoordinates(
  { angles, timeS }: Pick<TrialResult, 'angles' | 'timeS'>,
  model: OpenSimModel = 'gait2392',
): JointCoordinates {
  const all = wanted(model).map((one) => ({ name: one.name, deg: signed(angles, one) }));
  const seen = timeS.map((_, frame) => Number(all.some(({ deg }) => Number.isFinite(deg?.[frame]))));
  const seenFrames = seen.reduce((sum, one) => sum + one, 0);
  if (seenFrames === 0) throw nobodySeen();
  const kept = all.filter((one): one is JointCoordinate => shareKnown(one.deg, seenFrames) >= LEAST_SHARE);
  if (kept.length === 0)
    throw new GaitError(
      'not-exportable',
      'No joint angle is known on enough frames of this film for a motion file; film the whole body from the side.',
    );
  const frames = Array.from(timeS.keys()).filter((frame) => kept.every(({ deg }) => Number.isFinite(deg[frame])));
  const pick = (series: Float64Array) => Float64Array.from(frames, (frame) => series[frame]!);
  return {
    model,
    timeS: pick(timeS),
    coordinates: withUnmeasured(
      kept.map(({ name, deg }) => ({ name, deg: pick(deg) })),
      frames.length,
    ),
    leftOut: all.flatMap(({ name }) => (kept.some((one) => one.name === name) ? [] : [name])),
    framesLeftOut: timeS.length - frames.length,
  };
}

function wanted(model: OpenSimModel): readonly Wanted[] {
  const knee = model === 'gait2392' ? -1 : 1;
  const legs = (['right', 'left'] as const).flatMap((side): Wanted[] => {
    const end = side === 'right' ? 'r' : 'l';
    return [
      { name: `hip_flexion_${end}`, channel: 'hipFlexion', side, sign: 1 },
      { name: `knee_angle_${end}`, channel: 'kneeFlexion', side, sign: knee },
      { name: `ankle_angle_${end}`, channel: 'ankle', side, sign: 1 },
    ];
  });
  // pelvis_list is + when the right side is lower; our obliquity is + when the right hip is higher.
  return [
    { name: 'pelvis_tilt', channel: 'trunkLean', side: null, sign: -1 },
    { name: 'pelvis_list', channel: 'pelvicObliquity', side: null, sign: -1 },
    ...legs,
  ];
}

function signed(angles: readonly AngleChannel[], { channel, side, sign }: Wanted): Float64Array | undefined {
  return angles.find(({ id, side: own }) => id === channel && own === side)?.deg.map((deg) => sign * deg);
}

function shareKnown(deg: Float64Array | undefined, of: number): number {
  return (deg?.filter(Number.isFinite).length ?? 0) / of;
}

/** Where the pelvis stands for the trunk, the back between them is straight: said in the file, so that no model's default bends it. */
function withUnmeasured(kept: readonly JointCoordinate[], frames: number): readonly JointCoordinate[] {
  const tilted = kept.some(({ name }) => name === 'pelvis_tilt');
  return tilted ? [...kept, { name: 'lumbar_extension', deg: new Float64Array(frames) }] : kept;
}
