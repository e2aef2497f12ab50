// Finds single bytes of a real .tflite file, so that a test can damage exactly one thing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFolder } from '../../models/modelFiles.ts';

/** @param file a name in the npm package @returns a copy that may be changed */
export function tfliteBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(sourceFolder(), file)));
}

/** Where the byte stands that says which builtin operator an entry of the file's operator list is. */
export function operatorCodeAt(bytes: Uint8Array, code: number): number {
  const view = new DataView(bytes.buffer);
  const list = follow(view, fieldAt(view, follow(view, 0), 1));
  for (let i = 0; i < view.getUint32(list, true); i++) {
    const at = fieldAt(view, follow(view, list + 4 + 4 * i), 0);
    if (at !== 0 && bytes[at] === code) return at;
  }
  throw new Error(`The file does not use operator ${code}.`);
}

/** Where the byte stands that says which activation the first operator with such settings has. */
export function activationAt(bytes: Uint8Array, settings: { readonly kind: number; readonly field: number }): number {
  const view = new DataView(bytes.buffer);
  const graphs = follow(view, fieldAt(view, follow(view, 0), 2));
  const operators = follow(view, fieldAt(view, follow(view, graphs + 4), 3));
  for (let i = 0; i < view.getUint32(operators, true); i++) {
    const operator = follow(view, operators + 4 + 4 * i);
    const kindAt = fieldAt(view, operator, 3);
    if (kindAt === 0 || bytes[kindAt] !== settings.kind) continue;
    const at = fieldAt(view, follow(view, fieldAt(view, operator, 4)), settings.field);
    if (at !== 0) return at;
  }
  throw new Error('The file has no such settings.');
}

function follow(view: DataView, at: number): number {
  return at + view.getUint32(at, true);
}

function fieldAt(view: DataView, table: number, field: number): number {
  const fields = table - view.getInt32(table, true);
  if (4 + 2 * field >= view.getUint16(fields, true)) return 0;
  const offset = view.getUint16(fields + 4 + 2 * field, true);
  return offset === 0 ? 0 : table + offset;
}
