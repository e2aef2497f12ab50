// Bytes as text and back (RFC 4648): core has neither a Buffer nor a browser to ask.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0));
const VALUES = new Uint8Array(128);
CODES.forEach((code, value) => {
  VALUES[code] = value;
});
const FILL = '='.charCodeAt(0);
/** More arguments than this in one call are too many for some engines. */
const PIECE = 8192;

/** @returns four letters for every three bytes, filled up with `=` */
export function toBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const three = (bytes[from]! << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    codes[to] = CODES[three >> 18]!;
    codes[to + 1] = CODES[(three >> 12) & 63]!;
    codes[to + 2] = from + 1 < bytes.length ? CODES[(three >> 6) & 63]! : FILL;
    codes[to + 3] = from + 2 < bytes.length ? CODES[three & 63]! : FILL;
  }
  let text = '';
  for (let at = 0; at < codes.length; at += PIECE) text += String.fromCharCode(...codes.subarray(at, at + PIECE));
  return text;
}

/** The bytes that {@link toBase64} wrote. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const fill = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length >> 2) * 3 - fill);
  const value = (at: number): number => VALUES[text.charCodeAt(at) & 127]!;
  for (let from = 0, to = 0; from < text.length; from += 4, to += 3) {
    const three = (value(from) << 18) | (value(from + 1) << 12) | (value(from + 2) << 6) | value(from + 3);
    bytes[to] = three >> 16; // what lies past the end of the array goes nowhere
    bytes[to + 1] = (three >> 8) & 255;
    bytes[to + 2] = three & 255;
  }
  return bytes;
}
