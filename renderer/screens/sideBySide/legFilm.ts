// One film of a pair: its player, its times, and the leg whose strides it runs by.
import type { LegStrides } from '../../../core/phase/legPhase.ts';
import { nearestFrame } from '../../../core/report/explain/moments.ts';
import type { FilmPlayer } from '../../player/filmPlayer.ts';

/** What the pair asks of one of its films: which frame a time is, how fast it runs, where it stands. */
export class LegFilm {
  readonly player: FilmPlayer;
  readonly leg: LegStrides;
  /** World time of every frame, s. */
  readonly timeS: Float64Array;
  readonly #slowMotion: number;
  /** The element that plays; null while there is none, then frames go by the clock on the wall. */
  video: HTMLVideoElement | null = null;

  constructor(player: FilmPlayer, leg: LegStrides, timeS: Float64Array, slowMotion: number) {
    this.player = player;
    this.leg = leg;
    this.timeS = timeS;
    this.#slowMotion = slowMotion;
  }

  /** World time that is played just now, finer than the frame on the screen, s. */
  get nowS(): number {
    const { player, video } = this;
    const mediaS = video && player.state.hasPicture ? video.currentTime : player.clock.seekTimeS(player.state.frame);
    return mediaS / this.#slowMotion;
  }

  /** World time of the frame that is on the screen, s. */
  get shownS(): number {
    return this.timeS[this.player.state.frame] ?? Number.NaN;
  }

  /** Runs so many seconds of the world in a second. */
  setPace(pace: number): void {
    const rate = Math.min(FASTEST, Math.max(SLOWEST, pace * this.#slowMotion));
    if (Math.abs(rate - this.player.state.rate) > LEAST_CHANGE * rate) this.player.setRate(rate);
  }

  frameAt(timeS: number): number {
    return nearestFrame(this.timeS, timeS);
  }

  /** Frames in a usual stride: the film with fewer is the coarser one. */
  get framesPerStride(): number {
    const { strides } = this.leg;
    const [first, last] = [strides[0], strides.at(-1)];
    if (!first || !last) return Number.POSITIVE_INFINITY;
    return (this.frameAt(last.endS) - this.frameAt(first.startS)) / strides.length;
  }
}

/** What browsers play. */
const SLOWEST = 0.0625;
const FASTEST = 8;
/** A change of rate smaller than this share is not worth telling the browser. */
const LEAST_CHANGE = 0.005;
