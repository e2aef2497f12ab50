// A MOT file: joint angles for OpenSim's models.
//
// Source: opensim-core OpenSim/Common/Storage.cpp and STOFileAdapter: a name, version, nRows, nColumns, inDegrees, `endheader`,
// then labels from `time` on and one row per time, tabs between. Lines before `endheader` without `=` are notes.

import type { JointCoordinates } from './jointCoordinates.ts';

const DECIMALS = { time: 6, degree: 5 };

/** The lines of the file, each with its end. */
export function* motLines(motion: JointCoordinates): Generator<string> {
  const { timeS, coordinates } = motion;
  yield 'Coordinates\nversion=1\n';
  yield `nRows=${timeS.length}\nnColumns=${coordinates.length + 1}\ninDegrees=yes\n\n`;
  for (const note of notes(motion)) yield `${note}\n`;
  yield '\nendheader\n';
  yield line(['time', ...coordinates.map(({ name }) => name)]);
  for (const [row, t] of timeS.entries())
    yield line([t.toFixed(DECIMALS.time), ...coordinates.map(({ deg }) => deg[row]!.toFixed(DECIMALS.degree))]);
}

function notes({ model, leftOut, framesLeftOut }: JointCoordinates): readonly string[] {
  const knee = model === 'gait2392' ? 'negative' : 'positive';
  return [
    `OpenStride: angles of one camera's plane, signs of ${model}: hip flexion and dorsiflexion positive, knee flexion ${knee}.`,
    'Pelvis tilt is the lean of the trunk, forward negative; the lumbar spine is taken to be straight.',
    `Not measured: ${leftOut.length === 0 ? 'none' : leftOut.join(', ')}. Frames left out because an angle is missing: ${framesLeftOut}.`,
  ];
}

const line = (fields: readonly string[]): string => `${fields.join('\t')}\n`;
