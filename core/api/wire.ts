// How values with series of numbers travel as JSON between a web page and its host, and arrive as they were.

const FLOAT64 = '$float64';
const FLOAT32 = '$float32';
const BYTES = '$bytes';

/** A value's JSON text: series are marked, and NaN in them is null. Other numbers that are not finite become null, as in all JSON. */
export function toWire(value: unknown): string {
  return JSON.stringify(value, (_name, field: unknown) => {
    if (field instanceof Uint8Array) return { [BYTES]: hexOf(field) };
    if (field instanceof Float64Array) return { [FLOAT64]: Array.from(field) };
    if (field instanceof Float32Array) return { [FLOAT32]: Array.from(field) };
    return field;
  });
}

/** The value that {@link toWire} wrote. @throws SyntaxError for a text that is not JSON */
export function fromWire(text: string): unknown {
  return JSON.parse(text, (_name, field: unknown) => {
    if (typeof field !== 'object' || field === null) return field;
    const series64 = (field as Record<string, unknown>)[FLOAT64];
    if (Array.isArray(series64)) return Float64Array.from(series64, orNaN);
    const series32 = (field as Record<string, unknown>)[FLOAT32];
    if (Array.isArray(series32)) return Float32Array.from(series32, orNaN);
    const bytes = (field as Record<string, unknown>)[BYTES];
    if (typeof bytes === 'string') return bytesOf(bytes);
    return field;
  });
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length >> 1 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

function orNaN(value: number | null): number {
  return value === null ? Number.NaN : value;
}
