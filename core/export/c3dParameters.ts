// The parameter section of a C3D file: groups of named values, little-endian, as bytes.
//
// Source: The C3D File Format User Guide (Motion Lab Systems): each record is the length of its name, its group's number (negative
// for the group itself), the name, the distance to the next record, then type, dimensions, data and a description.

/** The value of one parameter. Text of several lines is padded to the longest. */
export type C3dValue =
  | { readonly kind: 'int16'; readonly values: readonly number[]; readonly dimensions?: readonly number[] }
  | { readonly kind: 'float'; readonly values: readonly number[]; readonly dimensions?: readonly number[] }
  | { readonly kind: 'text'; readonly values: readonly string[] }
  | { readonly kind: 'word'; readonly value: string };

export interface C3dGroup {
  readonly name: string;
  readonly parameters: Readonly<Record<string, C3dValue>>;
}

export const BLOCK_BYTES = 512;
/** Intel: little-endian integers and IEEE floats. */
const INTEL = 84;
/** A dimension is one byte. */
export const LARGEST_DIMENSION = 255;

/** The whole section, padded to blocks of 512 bytes. */
export function parameterSection(groups: readonly C3dGroup[]): Uint8Array {
  const records = groups.flatMap((group, i) => [
    record(-(i + 1), group.name, [0]),
    ...Object.entries(group.parameters).map(([name, value]) => record(i + 1, name, [...valueBytes(value), 0])),
  ]);
  // The last record points nowhere.
  const last = records.at(-1);
  if (last !== undefined) last.fill(0, 2 + last[0]!, 4 + last[0]!);
  const size = 4 + records.reduce((sum, one) => sum + one.length, 0);
  const blocks = Math.ceil(size / BLOCK_BYTES);
  const section = new Uint8Array(blocks * BLOCK_BYTES);
  section.set([1, 0x50, blocks, INTEL]);
  let at = 4;
  for (const one of records) {
    section.set(one, at);
    at += one.length;
  }
  return section;
}

/** @param group negative for the group's own record */
function record(group: number, name: string, content: readonly number[]): Uint8Array {
  const letters = ascii(name);
  const toNext = 2 + content.length;
  return Uint8Array.from([letters.length, group & 0xff, ...letters, toNext & 0xff, toNext >> 8, ...content]);
}

function valueBytes(value: C3dValue): readonly number[] {
  if (value.kind === 'word') return [0xff, 1, value.value.length, ...ascii(value.value)];
  if (value.kind === 'text') {
    const width = Math.max(1, ...value.values.map((text) => text.length));
    return [0xff, 2, width, value.values.length, ...value.values.flatMap((text) => ascii(text.padEnd(width)))];
  }
  const dimensions = value.dimensions ?? (value.values.length === 1 ? [] : [value.values.length]);
  const bytes = value.kind === 'int16' ? 2 : 4;
  return [bytes, dimensions.length, ...dimensions, ...numbers(value.values, value.kind)];
}

function numbers(values: readonly number[], kind: 'int16' | 'float'): Uint8Array {
  const bytes = kind === 'int16' ? 2 : 4;
  const view = new DataView(new ArrayBuffer(values.length * bytes));
  values.forEach((value, i) => {
    if (kind === 'int16') view.setUint16(i * bytes, value & 0xffff, true);
    else view.setFloat32(i * bytes, value, true);
  });
  return new Uint8Array(view.buffer);
}

/** C3D knows ASCII only; anything else becomes a question mark. */
function ascii(text: string): number[] {
  return Array.from(text, (letter) => (letter >= ' ' && letter <= '~' ? letter.charCodeAt(0) : 0x3f));
}
