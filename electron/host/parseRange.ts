// Which part of a file a `Range` header asks for.

/** First and last byte, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * One range of bytes, as RFC 9110 section 14 has it. Several ranges at once are answered with the whole, which it allows; browsers
 * do not ask a video for several.
 * @param sizeBytes of the file
 * @returns `whole` without a header or with one that is not understood, `none` when nothing of the file lies in the range
 */
export function parseRange(header: string | undefined, sizeBytes: number): ByteRange | 'whole' | 'none' {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(' ', '') ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) return 'whole';
  if (asked[1] === '') {
    const lastBytes = Math.min(Number(asked[2]), sizeBytes);
    return lastBytes > 0 ? { first: sizeBytes - lastBytes, last: sizeBytes - 1 } : 'none';
  }
  const first = Number(asked[1]);
  const last = asked[2] === '' ? sizeBytes - 1 : Math.min(Number(asked[2]), sizeBytes - 1);
  if (asked[2] !== '' && Number(asked[2]) < first) return 'whole'; // not a range at all
  return first < sizeBytes ? { first, last } : 'none';
}
