// Minimal readers of TRC and MOT files, as strict as OpenSim's own (TRCFileAdapter.cpp, Storage.cpp), sharing nothing with the writers.

export interface TrcRead {
  readonly facts: Readonly<Record<string, string>>;
  readonly markers: readonly string[];
  readonly timeS: readonly number[];
  /** x, y, z by frame, then marker; NaN where missing. */
  readonly points: readonly (readonly (readonly number[])[])[];
}

const TRC_KEYS = [
  'DataRate',
  'CameraRate',
  'NumFrames',
  'NumMarkers',
  'Units',
  'OrigDataRate',
  'OrigDataStartFrame',
  'OrigNumFrames',
];

/** @throws Error where OpenSim's reader would */
export function readTrc(text: string): TrcRead {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const [head, keys, values, labels, axes, ...rest] = lines as [string[], string[], string[], string[], string[]];
  if (head[0] !== 'PathFileType') throw new Error('no header');
  if (keys.join() !== TRC_KEYS.join() || values.length !== keys.length) throw new Error('wrong keys');
  const facts = Object.fromEntries(keys.map((key, i) => [key, values[i]!]));
  const named = labels.filter((label) => label !== '');
  if (named[0] !== 'Frame#' || named[1] !== 'Time') throw new Error('wrong labels');
  const markers = named.slice(2);
  if (markers.length !== Number(facts.NumMarkers)) throw new Error('wrong number of markers');
  const wanted = markers.flatMap((_, i) => ['X', 'Y', 'Z'].map((axis) => `${axis}${i + 1}`));
  if (axes.filter((axis) => axis !== '').join() !== wanted.join()) throw new Error('wrong axes');
  // Blank lines before the data are skipped; the first one after it ends it.
  const from = (rest as string[][]).findIndex((row) => row[0] !== '');
  const rows: number[][] = [];
  for (const row of (rest as string[][]).slice(from)) {
    if (row.length === 1 && row[0] === '') break;
    if (row.length !== 3 * markers.length + 2) throw new Error(`a row of ${row.length} fields`);
    rows.push(row.map(Number));
  }
  if (rows.length !== Number(facts.NumFrames)) throw new Error('wrong number of rows');
  return {
    facts,
    markers,
    timeS: rows.map((row) => row[1]!),
    points: rows.map((row) => markers.map((_, i) => row.slice(2 + 3 * i, 5 + 3 * i))),
  };
}

export interface MotRead {
  readonly facts: Readonly<Record<string, string>>;
  readonly labels: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/** @throws Error where OpenSim's reader would, which takes bare numbers only */
export function readMot(text: string): MotRead {
  const [head, body] = text.split('\nendheader\n');
  if (head === undefined || body === undefined) throw new Error('no endheader');
  const facts = Object.fromEntries(
    head.split('\n').flatMap((line) => {
      const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
      return key === undefined ? [] : [[key, value ?? '']];
    }),
  );
  const [labels, ...rows] = body
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  if (labels?.[0] !== 'time' || labels.length !== Number(facts.nColumns)) throw new Error('wrong labels');
  if (rows.length !== Number(facts.nRows)) throw new Error('wrong number of rows');
  for (const row of rows)
    if (row.length !== labels.length || row.some((field) => !/^-?\d+(\.\d+)?$/.test(field)))
      throw new Error('not a number in every column');
  return { facts, labels, rows: rows.map((row) => row.map(Number)) };
}
