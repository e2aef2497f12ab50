// Runs one film: the frame that is on the screen, playing, stepping, seeking. Pictures come from a <video> where there is one.
import { type FilmClock, filmClock } from './filmClock.ts';
import { framesOnScreen } from './framesOnScreen.ts';

/** Frames, both included. */
export interface FrameSpan {
  readonly from: number;
  readonly to: number;
}

export interface PlayerState {
  /** On the screen now. */
  readonly frame: number;
  readonly playing: boolean;
  /** 1 = as fast as the file plays. */
  readonly rate: number;
  /** Played over and over while set. */
  readonly loop: FrameSpan | null;
  /** There is a picture to show; without one frames still count, for the skeleton alone. */
  readonly hasPicture: boolean;
  /** There is a film, and the browser cannot show it. */
  readonly isUnplayable: boolean;
}

/** Speeds that are offered. */
export const RATES = [1, 0.5, 0.25, 0.125] as const;

/**
 * The controller of a film, for any number of components: `useFilmPlayer` makes one, `usePlayerState` reads it, overlays draw in
 * `onFrame`. Frames are asked for with `seekFrame`; while one is on its way only the last wish is kept.
 */
export class FilmPlayer {
  readonly clock: FilmClock;
  #state: PlayerState = { frame: 0, playing: false, rate: 1, loop: null, hasPicture: false, isUnplayable: false };
  readonly #hearers = new Set<() => void>();
  readonly #drawers = new Set<(frame: number) => void>();
  #video: HTMLVideoElement | null = null;
  /** Asked for and not on the screen yet. */
  #wanted: number | null = null;
  /** Where the video is on its way to; null when it is there. */
  #seekingTo: number | null = null;
  #picture: VideoFrame | null = null;
  #tick = 0;

  /** @param timeS when every frame begins on the film's clock, s: FilmView.timeS, or a stretch of it */
  constructor(timeS: Float64Array) {
    this.clock = filmClock(timeS);
  }

  get state(): PlayerState {
    return this.#state;
  }

  /** Hears every change of {@link state}. @returns stops hearing */
  readonly subscribe = (hear: () => void): (() => void) => {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  };

  /** Called with each frame in the moment it comes on the screen, before anything is painted. @returns stops calling */
  onFrame(draw: (frame: number) => void): () => void {
    this.#drawers.add(draw);
    return () => this.#drawers.delete(draw);
  }

  /** Shows the pictures of a video element, whose film begins at time 0. @returns lets go of it */
  attach(video: HTMLVideoElement): () => void {
    this.#video = video;
    this.#seekingTo = null;
    const stop = framesOnScreen(video, this.clock, (frame, picture) => this.#shown(frame, picture));
    const hearers = {
      loadeddata: () => {
        this.#change({ hasPicture: true, isUnplayable: false });
        this.#wanted ??= this.#state.frame;
        this.#seek();
      },
      error: () => this.#change({ hasPicture: false, isUnplayable: true, playing: false }),
      seeked: () => this.#arrived(),
      pause: () => this.#change({ playing: !video.paused }),
      ended: () => this.#ended(),
    };
    for (const [name, hear] of Object.entries(hearers)) video.addEventListener(name, hear);
    if (video.readyState >= video.HAVE_CURRENT_DATA) hearers.loadeddata();
    return () => {
      stop();
      for (const [name, hear] of Object.entries(hearers)) video.removeEventListener(name, hear);
      if (this.#video === video) this.#video = null;
      this.#keep(null);
      this.#change({ hasPicture: false, playing: false });
    };
  }

  /** Shows a frame; the nearest one when there is none of that number. */
  seekFrame(frame: number): void {
    const asked = Math.max(0, Math.min(this.clock.frames - 1, Math.round(frame)));
    if (!this.#state.hasPicture) {
      this.#shown(asked);
      return;
    }
    this.#wanted = asked;
    this.#seek();
  }

  /** Stops and goes some frames on, or back. */
  step(by: number): void {
    this.pause();
    this.seekFrame(this.aimedFrame + by);
  }

  /** The frame on the screen, or the one on its way there. */
  get aimedFrame(): number {
    return this.#wanted ?? this.#state.frame;
  }

  /** From where it stands; from the beginning when it stands at the end. */
  play(): void {
    const { from, to } = this.#state.loop ?? { from: 0, to: this.clock.frames - 1 };
    if (this.#state.frame >= to || this.#state.frame < from) this.seekFrame(from);
    this.#change({ playing: true });
    if (this.#video && this.#state.hasPicture) {
      this.#video.playbackRate = this.#state.rate;
      this.#video.play().catch(() => this.#change({ playing: false })); // paused again before it began
    } else this.#playWithoutPicture();
  }

  pause(): void {
    this.#video?.pause();
    cancelAnimationFrame(this.#tick);
    this.#change({ playing: false });
  }

  toggle(): void {
    if (this.#state.playing) this.pause();
    else this.play();
  }

  setRate(rate: number): void {
    if (this.#video) this.#video.playbackRate = rate;
    this.#change({ rate });
  }

  /** Null = play on to the end. */
  setLoop(loop: FrameSpan | null): void {
    this.#change({ loop });
  }

  #seek(): void {
    const video = this.#video;
    if (!video || this.#seekingTo !== null || this.#wanted === null) return;
    this.#seekingTo = this.#wanted;
    video.currentTime = this.clock.seekTimeS(this.#wanted);
  }

  #arrived(): void {
    const at = this.#seekingTo;
    this.#seekingTo = null;
    if (this.#wanted !== null && this.#wanted !== at) this.#seek();
    else if (!this.#video?.paused) this.#wanted = null; // it plays on: the frame itself may never be presented
  }

  /** The picture of the frame on screen, for whoever draws it anew; null where there is none. */
  get picture(): VideoFrame | null {
    return this.#picture;
  }

  #keep(picture: VideoFrame | null): void {
    this.#picture?.close();
    this.#picture = picture;
  }

  #shown(frame: number, picture: VideoFrame | null = null): void {
    this.#keep(picture);
    if (this.#wanted === frame) this.#wanted = null;
    const { playing, loop } = this.#state;
    for (const draw of this.#drawers) draw(frame);
    this.#change({ frame });
    if (!playing || this.#wanted !== null) return;
    if (loop && frame >= loop.to) this.seekFrame(loop.from);
    else if (frame === this.clock.frames - 1) this.pause();
  }

  #ended(): void {
    const again = this.#state.loop !== null && this.#state.playing;
    this.#change({ playing: false });
    if (again) this.play();
  }

  /** The skeleton alone, by the clock on the wall. */
  #playWithoutPicture(): void {
    cancelAnimationFrame(this.#tick);
    let lastMs = performance.now();
    let timeS = this.clock.seekTimeS(this.#state.frame);
    const tick = (nowMs: number): void => {
      timeS += ((nowMs - lastMs) / 1000) * this.#state.rate;
      lastMs = nowMs;
      const frame = this.clock.frameDuring(timeS);
      const { frame: before, loop } = this.#state;
      if (frame !== before) this.#shown(frame);
      if (this.#state.frame !== frame && loop) timeS = this.clock.seekTimeS(this.#state.frame);
      else if (frame === this.clock.frames - 1) {
        this.#change({ playing: false });
        return;
      }
      this.#tick = requestAnimationFrame(tick);
    };
    this.#tick = requestAnimationFrame(tick);
  }

  #change(fields: Partial<PlayerState>): void {
    const before = this.#state;
    const after = { ...before, ...fields };
    if ((Object.keys(fields) as (keyof PlayerState)[]).every((name) => after[name] === before[name])) return;
    this.#state = after;
    for (const hear of this.#hearers) hear();
  }
}
