// A minimal reader of Intel C3D files, written from the format's user guide alone: it shares nothing with the writer.

export interface C3dRead {
  readonly rateHz: number;
  readonly firstFrame: number;
  readonly lastFrame: number;
  readonly parameters: ReadonlyMap<string, readonly (string | number)[]>;
  /** x, y, z, residual by frame, then point. */
  readonly points: readonly (readonly (readonly number[])[])[];
}

/** @throws Error where the bytes do not follow the guide */
export function readC3d(file: Uint8Array): C3dRead {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint8(1) !== 0x50) throw new Error('not a C3D file');
  if (file.length % 512 !== 0) throw new Error('not in blocks of 512 bytes');
  const parameters = readParameters(view, (view.getUint8(0) - 1) * 512);
  const [count, firstFrame, lastFrame] = [2, 6, 8].map((at) => view.getUint16(at, true)) as [number, number, number];
  if (view.getFloat32(12, true) >= 0) throw new Error('the points are not floats');
  const start = (view.getUint16(16, true) - 1) * 512;
  const points = Array.from({ length: lastFrame - firstFrame + 1 }, (_, frame) =>
    Array.from({ length: count }, (__, point) =>
      [0, 1, 2, 3].map((k) => view.getFloat32(start + ((frame * count + point) * 4 + k) * 4, true)),
    ),
  );
  return { rateHz: view.getFloat32(20, true), firstFrame, lastFrame, parameters, points };
}

function readParameters(view: DataView, start: number): ReadonlyMap<string, readonly (string | number)[]> {
  if (view.getUint8(start + 3) !== 84) throw new Error('not Intel');
  const end = start + 512 * view.getUint8(start + 2);
  const groups = new Map<number, string>();
  const found = new Map<string, readonly (string | number)[]>();
  let at = start + 4;
  while (at < end) {
    const length = Math.abs(view.getInt8(at));
    const id = view.getInt8(at + 1);
    const name = letters(view, at + 2, length);
    const pointer = at + 2 + length;
    if (id < 0) groups.set(-id, name);
    else found.set(`${groups.get(id) ?? '?'}:${name}`, readValue(view, pointer + 2));
    const next = view.getUint16(pointer, true);
    if (next === 0) return found;
    at = pointer + next;
  }
  throw new Error('the parameters run over their blocks');
}

function readValue(view: DataView, at: number): readonly (string | number)[] {
  const type = view.getInt8(at);
  const sizes = Array.from({ length: view.getUint8(at + 1) }, (_, i) => view.getUint8(at + 2 + i));
  const data = at + 2 + sizes.length;
  const total = sizes.reduce((product, size) => product * size, 1);
  if (type === -1) {
    const width = sizes[0] ?? 1;
    return Array.from({ length: total / width }, (_, i) => letters(view, data + i * width, width).trimEnd());
  }
  return Array.from({ length: total }, (_, i) =>
    type === 2 ? view.getInt16(data + 2 * i, true) : view.getFloat32(data + 4 * i, true),
  );
}

const letters = (view: DataView, at: number, length: number): string =>
  Array.from({ length }, (_, i) => String.fromCharCode(view.getUint8(at + i))).join('');
