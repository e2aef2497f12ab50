// How values with series of numbers and bytes travel as JSON between a web page and its host, and arrive as they were.
import { fromBase64, toBase64 } from './base64.ts';

/** Marks by which they are known; every computer that the app runs on keeps numbers low byte first. */
const FLOAT64 = '$float64';
const FLOAT32 = '$float32';
const BYTES = '$bytes';

/** A value's JSON text: series keep every bit, NaN included. Other numbers that are not finite become null, as in all JSON. */
export function toWire(value: unknown): string {
  return JSON.stringify(value, (_name, field: unknown) => {
    if (field instanceof Float64Array) return { [FLOAT64]: toBase64(bytesOf(field)) };
    if (field instanceof Float32Array) return { [FLOAT32]: toBase64(bytesOf(field)) };
    if (field instanceof Uint8Array) return { [BYTES]: toBase64(field) };
    return field;
  });
}

/** The value that {@link toWire} wrote. @throws SyntaxError for a text that is not JSON */
export function fromWire(text: string): unknown {
  return JSON.parse(text, (_name, field: unknown) => {
    if (typeof field !== 'object' || field === null) return field;
    const { [FLOAT64]: series64, [FLOAT32]: series32, [BYTES]: bytes } = field as Record<string, unknown>;
    if (typeof series64 === 'string') return new Float64Array(fromBase64(series64).buffer);
    if (typeof series32 === 'string') return new Float32Array(fromBase64(series32).buffer);
    return typeof bytes === 'string' ? fromBase64(bytes) : field;
  });
}

function bytesOf(series: Float64Array | Float32Array): Uint8Array {
  return new Uint8Array(series.buffer, series.byteOffset, series.byteLength);
}
