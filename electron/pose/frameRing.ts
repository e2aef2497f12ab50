// Keeps the last few decoded frames, so that a frame's region can be smoothed with what comes after it.
import type { RgbFrame } from './crop.ts';

/** A ring of copies: memory is what fits in it, however long the film. */
export class FrameRing {
  readonly #slots: Uint8Array[];
  readonly #widthPx: number;
  readonly #heightPx: number;

  constructor(capacity: number, widthPx: number, heightPx: number) {
    this.#widthPx = widthPx;
    this.#heightPx = heightPx;
    this.#slots = Array.from({ length: capacity }, () => new Uint8Array(widthPx * heightPx * 3));
  }

  /** @param place running number of the frame in this pass */
  put(place: number, data: Uint8Array): void {
    this.#slots[place % this.#slots.length].set(data);
  }

  /** The frame put at that place, if not more than `capacity` frames ago. */
  get(place: number): RgbFrame {
    return { widthPx: this.#widthPx, heightPx: this.#heightPx, data: this.#slots[place % this.#slots.length] };
  }
}
