// A picture that says which frame it is, so that a test can tell a right frame from its neighbour.

/** Stripes across the picture: bit 0 at the left. Enough for 4096 frames. */
const BITS = 12;

/** ffmpeg's description of the film: 60 frames/s, 640 × 360, every frame its own number in black and white stripes. */
export const COUNTER_SOURCE =
  'color=black:size=48x27:rate=60,' +
  `geq=lum='16+219*mod(floor(N/pow(2,floor(${BITS}*X/W))),2)':cb=128:cr=128,scale=640:360:flags=neighbor,setsar=1`;

/**
 * The number in a picture.
 * @param data RGB [heightPx × widthPx × 3]
 */
export function readCounter(data: Uint8Array, widthPx: number, heightPx: number): number {
  const row = Math.floor(heightPx / 2) * widthPx;
  const bits = Array.from({ length: BITS }, (_, bit) => {
    const x = Math.floor(((bit + 0.5) * widthPx) / BITS);
    return data[3 * (row + x) + 1]! > 127 ? 1 : 0;
  });
  return bits.reduce<number>((sum, bit, i) => sum + bit * 2 ** i, 0);
}
