// Reads tables, vectors and strings of a FlatBuffers file, and says so when a position lies outside it.
// Source: FlatBuffers internals, https://flatbuffers.dev/internals/ (little endian, offsets relative to where they stand).
import { GaitError } from '../core/errors.ts';

/** One table inside a buffer: its fields are looked up by their number in the schema. */
export class FlatTable {
  readonly #view: DataView;
  readonly #position: number;

  private constructor(view: DataView, position: number) {
    this.#view = view;
    this.#position = position;
  }

  /**
   * The table a file starts with.
   * @param bytes the whole file
   * @param identifier the four letters expected at byte 4
   * @throws GaitError 'model-corrupt' when the letters are others or the file is too short for them
   */
  static root(bytes: Uint8Array, identifier: string): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = bytes.length >= 8 ? String.fromCharCode(...bytes.subarray(4, 8)) : '';
    if (found !== identifier) throw new GaitError('model-corrupt', `Not a ${identifier} file.`);
    return new FlatTable(
      view,
      inside(() => view.getUint32(0, true)),
    );
  }

  /** @returns the byte, or the schema's default when the field is not stored */
  byte(field: number, otherwise = 0): number {
    const at = this.#at(field);
    return at === 0 ? otherwise : inside(() => this.#view.getInt8(at));
  }

  /** @returns the 32-bit integer, or the schema's default when the field is not stored */
  int(field: number, otherwise = 0): number {
    const at = this.#at(field);
    return at === 0 ? otherwise : inside(() => this.#view.getInt32(at, true));
  }

  /** @returns the text, '' when the field is not stored */
  text(field: number): string {
    return new TextDecoder().decode(this.bytes(field));
  }

  /** @returns a view of the bytes of a vector of bytes, empty when the field is not stored */
  bytes(field: number): Uint8Array {
    const { start, length } = this.#vector(field, 1);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, length);
  }

  /** @returns a vector of 32-bit integers, empty when the field is not stored */
  ints(field: number): number[] {
    const { start, length } = this.#vector(field, 4);
    return Array.from({ length }, (_, i) => this.#view.getInt32(start + 4 * i, true));
  }

  /** @returns a vector of 16-bit unsigned integers, empty when the field is not stored */
  shorts(field: number): number[] {
    const { start, length } = this.#vector(field, 2);
    return Array.from({ length }, (_, i) => this.#view.getUint16(start + 2 * i, true));
  }

  /** @returns the table a field points at, null when the field is not stored */
  table(field: number): FlatTable | null {
    const at = this.#at(field);
    return at === 0 ? null : this.#follow(at);
  }

  /** @returns the tables of a vector, empty when the field is not stored */
  tables(field: number): FlatTable[] {
    const { start, length } = this.#vector(field, 4);
    return Array.from({ length }, (_, i) => this.#follow(start + 4 * i));
  }

  /** Where a field's value stands in the file; 0 when it is not stored. */
  #at(field: number): number {
    return inside(() => {
      const fields = this.#position - this.#view.getInt32(this.#position, true);
      const slot = 4 + 2 * field;
      if (slot >= this.#view.getUint16(fields, true)) return 0;
      const offset = this.#view.getUint16(fields + slot, true);
      return offset === 0 ? 0 : this.#position + offset;
    });
  }

  #follow(at: number): FlatTable {
    return new FlatTable(
      this.#view,
      inside(() => at + this.#view.getUint32(at, true)),
    );
  }

  /** Start and length of a vector, checked to lie wholly inside the file. */
  #vector(field: number, itemBytes: number): { start: number; length: number } {
    const at = this.#at(field);
    if (at === 0) return { start: 0, length: 0 };
    return inside(() => {
      const head = at + this.#view.getUint32(at, true);
      const length = this.#view.getUint32(head, true);
      if (head + 4 + length * itemBytes > this.#view.byteLength) throw new RangeError('vector past the end');
      return { start: head + 4, length };
    });
  }
}

/** Runs one look into the file; a position outside it means that the file is cut off or damaged. */
function inside<T>(look: () => T): T {
  try {
    return look();
  } catch (cause) {
    throw new GaitError('model-corrupt', 'The network file is cut off or damaged.', { cause });
  }
}
