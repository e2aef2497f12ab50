// Cuts a run of JPEG files, written one after another, into the single files.

/**
 * @param bytes JPEG files end to end
 * @returns each file's own bytes (views, not copies); empty for no bytes
 */
export function splitJpegs(bytes: Uint8Array): Uint8Array[] {
  const files: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = endOfJpeg(bytes, start);
    if (end === null) break;
    files.push(bytes.subarray(start, end));
    start = end;
  }
  return files;
}

const MARKER = 0xff;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** Segments before the scan carry their length; in the scan an FF is followed by 00 or a restart number until the end. */
function endOfJpeg(bytes: Uint8Array, start: number): number | null {
  let at = start + 2;
  for (; at + 4 <= bytes.length; at += 2 + segmentLength(bytes, at)) {
    if (bytes[at] !== MARKER) return null;
    if (bytes[at + 1] === START_OF_SCAN) break;
  }
  for (; at + 1 < bytes.length; at++) if (bytes[at] === MARKER && bytes[at + 1] === END_OF_IMAGE) return at + 2;
  return null;
}

function segmentLength(bytes: Uint8Array, at: number): number {
  return bytes[at + 2]! * 256 + bytes[at + 3]!;
}
