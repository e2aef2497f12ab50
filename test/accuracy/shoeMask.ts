// Finds a bright shoe in a film from a camera that stands still, and which way it points.

/** A rectangle of a film's frame as one byte per colour, rows from the top. [heightPx × widthPx × 3] */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgb: Uint8Array;
}

/** The picture without anybody in it: the middle of each pixel's values over the film. @param frames of equal length */
export function stillBackground(frames: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(frames[0]!.length);
  const values = new Uint8Array(frames.length);
  for (let i = 0; i < out.length; i++) {
    for (let k = 0; k < frames.length; k++) values[k] = frames[k]![i]!;
    out[i] = values.sort()[frames.length >> 1]!;
  }
  return out;
}

/** A part of the picture as it is and as it is without anybody. Outside the picture it is black. */
export interface Window {
  readonly sizePx: number;
  readonly seen: Uint8Array;
  readonly empty: Uint8Array;
}

/** Cut a square around a point out of a frame and its background. */
export function windowAt(frame: Picture, empty: Uint8Array, x: number, y: number, sizePx: number): Window {
  const [left, top] = [Math.round(x) - (sizePx >> 1), Math.round(y) - (sizePx >> 1)];
  const cut = (rgb: Uint8Array) => {
    const out = new Uint8Array(sizePx * sizePx * 3);
    for (let row = Math.max(0, -top); row < sizePx && top + row < frame.heightPx; row++) {
      for (let column = Math.max(0, -left); column < sizePx && left + column < frame.widthPx; column++) {
        const from = ((top + row) * frame.widthPx + left + column) * 3;
        out.set(rgb.subarray(from, from + 3), (row * sizePx + column) * 3);
      }
    }
    return out;
  };
  return { sizePx, seen: cut(frame.rgb), empty: cut(empty) };
}

/** Changed against the background by this much, at least this green, and not redder than green by more than this: not skin. */
const LEAST_CHANGE = 18;
const LEAST_GREEN = 38;
const MOST_REDNESS = 25;

/**
 * The shoe in a window: what is bright, new and not skin, in one piece.
 * @param isFoot whether a pixel of the window can belong to the foot at all
 * @returns [sizePx²] 1 where the shoe is
 */
export function shoeMask({ sizePx, seen, empty }: Window, isFoot: (x: number, y: number) => boolean): Uint8Array {
  const mask = new Uint8Array(sizePx * sizePx);
  for (let i = 0; i < mask.length; i++) {
    const [r, g, b] = [seen[3 * i]!, seen[3 * i + 1]!, seen[3 * i + 2]!];
    const change = Math.max(
      Math.abs(r - empty[3 * i]!),
      Math.abs(g - empty[3 * i + 1]!),
      Math.abs(b - empty[3 * i + 2]!),
    );
    const isShoe = change > LEAST_CHANGE && g > LEAST_GREEN && r - g <= MOST_REDNESS;
    mask[i] = isShoe && isFoot(i % sizePx, Math.floor(i / sizePx)) ? 1 : 0;
  }
  const closed = repeat(repeat(mask, sizePx, 1), sizePx, 0);
  return largestPiece(repeat(repeat(closed, sizePx, 0), sizePx, 1), sizePx);
}

/** Two rounds of growing (value 1) or shrinking (value 0) by one pixel. */
function repeat(mask: Uint8Array, sizePx: number, value: 0 | 1): Uint8Array {
  let from = mask;
  for (let round = 0; round < 2; round++) {
    const out = from.slice();
    for (let i = 0; i < from.length; i++) {
      if (from[i] === value) continue;
      const x = i % sizePx;
      const isTouched =
        (x > 0 && from[i - 1] === value) ||
        (x < sizePx - 1 && from[i + 1] === value) ||
        from[i - sizePx] === value ||
        from[i + sizePx] === value;
      if (isTouched) out[i] = value;
    }
    from = out;
  }
  return from;
}

function largestPiece(mask: Uint8Array, sizePx: number): Uint8Array {
  const left = mask.slice();
  let best: number[] = [];
  for (let start = 0; start < left.length; start++) {
    if (!left[start]) continue;
    const piece = [start];
    left[start] = 0;
    for (let k = 0; k < piece.length; k++) {
      const i = piece[k]!;
      const x = i % sizePx;
      for (const next of [x > 0 ? i - 1 : -1, x < sizePx - 1 ? i + 1 : -1, i - sizePx, i + sizePx]) {
        if (!left[next]) continue;
        left[next] = 0;
        piece.push(next);
      }
    }
    if (piece.length > best.length) best = piece;
  }
  const out = new Uint8Array(mask.length);
  for (const i of best) out[i] = 1;
  return out;
}

export interface MaskAxis {
  /** Direction of the longest axis, degrees from image right, anticlockwise, −90…90. */
  readonly deg: number;
  /** Length against breadth. */
  readonly slenderness: number;
  readonly areaPx: number;
}

/** The longest axis of a mask, by second moments. */
export function maskAxis(mask: Uint8Array, sizePx: number): MaskAxis {
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < mask.length; i++) {
    if (!mask[i]) continue;
    const [x, y] = [i % sizePx, -Math.floor(i / sizePx)];
    n++;
    sx += x;
    sy += y;
    sxx += x * x;
    syy += y * y;
    sxy += x * y;
  }
  const [vx, vy, vxy] = [sxx / n - (sx / n) ** 2, syy / n - (sy / n) ** 2, sxy / n - (sx / n) * (sy / n)];
  const half = Math.hypot((vx - vy) / 2, vxy);
  const mid = (vx + vy) / 2;
  return {
    deg: (90 / Math.PI) * Math.atan2(2 * vxy, vx - vy),
    slenderness: Math.sqrt((mid + half) / (mid - half)),
    areaPx: n,
  };
}
