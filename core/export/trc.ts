// A TRC file: marker trajectories for OpenSim.
//
// Source: OpenSim's own reader, opensim-core OpenSim/Common/TRCFileAdapter.cpp: the keys of the second line by name and in order,
// `Frame#` and `Time`, X1 Y1 Z1 …, tabs between fields, exactly 3 × markers + 2 fields in a row. A missing point is written NaN,
// which that reader takes, so that every row has all its fields; an empty last field would be lost.

import type { MarkerTrack, MarkerTracks } from './markerTracks.ts';

/** A tenth of a millimetre is finer than any film; a microsecond finer than any frame. */
const DECIMALS = { metre: 5, time: 6 };

const KEYS =
  'DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames'.split('\t');

/**
 * The lines of the file, each with its end.
 * @param fileName as it will be called; stands in the first line by custom
 */
export function* trcLines({ timeS, rateHz, markers }: MarkerTracks, fileName: string): Generator<string> {
  const rate = rateHz.toFixed(4);
  yield line(['PathFileType', '4', '(X/Y/Z)', fileName.replaceAll(/\s/g, '_')]);
  yield line(KEYS);
  yield line([rate, rate, timeS.length, markers.length, 'm', rate, 1, timeS.length]);
  yield line([
    'Frame#',
    'Time',
    ...markers.flatMap(({ name }, i) => (i === markers.length - 1 ? [name] : [name, '', ''])),
  ]);
  yield line(['', '', ...markers.flatMap((_, i) => [`X${i + 1}`, `Y${i + 1}`, `Z${i + 1}`])]);
  yield line([]);
  for (const [frame, t] of timeS.entries())
    yield line([frame + 1, t.toFixed(DECIMALS.time), ...markers.flatMap((marker) => place(marker, frame))]);
}

function place({ xM, yM, zM }: MarkerTrack, frame: number): readonly string[] {
  return [xM[frame]!, yM[frame]!, zM[frame]!].map((m) => (Number.isFinite(m) ? m.toFixed(DECIMALS.metre) : 'NaN'));
}

const line = (fields: readonly (string | number)[]): string => `${fields.join('\t')}\n`;
