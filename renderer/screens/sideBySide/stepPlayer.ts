// Runs two films in step by the phase of the gait: the first plays, the second follows; paused, both stand at the same phase.
import { type InStep, paceOfB, placeOfA, placeOfB, timesAt } from '../../../core/phase/inStep.ts';
import type { ChartCursor } from '../../charts/chartCursor.ts';
import type { LegFilm } from './legFilm.ts';

export interface StepState {
  /** Strides and phase on the shared clock, e.g. 3.25. */
  readonly place: number;
  readonly playing: boolean;
  /** 1 = as fast as it happened. */
  readonly rate: number;
  /** The stride on the screen is played over and over. */
  readonly loop: boolean;
}

/** The second film is this far off, s of the world, when it is better sought than sped up. */
const LOST_S = 0.15;
/** How hard the second film is pulled, 1/s at normal speed, and by how much of its pace at most. */
const PULL = 6;
const MOST_PULL = 0.6;
/** Both pictures of a seek are waited for so long, ms. */
const PATIENCE_MS = 700;

/** The controller of a pair; charts take it for their cursor. */
export class StepPlayer implements ChartCursor {
  readonly pair: InStep;
  readonly a: LegFilm;
  readonly b: LegFilm;
  #state: StepState = { place: 0, playing: false, rate: 0.5, loop: false };
  readonly #hearers = new Set<() => void>();
  #tick = 0;
  /** Counts the seeks, so that an old one that arrives late does nothing. */
  #seeks = 0;
  /** Stride that a chart's cursor was put into: its end still belongs to it. */
  #held: number | null = null;
  /** Where it stood before a pointer merely looked somewhere. */
  #before: number | null = null;

  constructor(pair: InStep, a: LegFilm, b: LegFilm) {
    this.pair = pair;
    this.a = a;
    this.b = b;
  }

  get state(): StepState {
    return this.#state;
  }

  readonly subscribe = (hear: () => void): (() => void) => {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  };

  readonly pct = (): number | null => {
    if (this.pair.strides === 0) return null;
    const { place } = this.#state;
    if (this.#held !== null) return 100 * (place - this.#held);
    return place === this.pair.strides ? 100 : 100 * (place % 1);
  };

  readonly goTo = (pct: number): void => {
    this.#before = null;
    this.pause();
    this.#hold(pct);
  };

  readonly look = (pct: number | null): void => {
    if (this.#state.playing) return;
    if (pct !== null) {
      this.#before ??= this.#state.place;
      this.#hold(pct);
    } else if (this.#before !== null) {
      const back = this.#before;
      this.#before = null;
      this.#held = null;
      this.#show(back);
    }
  };

  /** Follows the first film's frames. @returns stops */
  start(): () => void {
    this.#show(this.#state.place);
    const stop = this.a.player.onFrame(() => {
      if (!this.#state.playing || this.#waiting) return;
      const place = this.#inLoop(placeOfA(this.pair, this.a.shownS));
      if (place !== null) this.#change({ place });
    });
    const unhear = [this.a, this.b].map((film) => this.#showWhenLoaded(film));
    return () => {
      stop();
      for (const forget of unhear) forget();
      this.#halt();
      this.#change({ playing: false });
    };
  }

  /** A film that has just arrived shows its first frame, wherever the pair stands. @returns stops listening */
  #showWhenLoaded({ player }: LegFilm): () => void {
    let had = player.state.hasPicture;
    return player.subscribe(() => {
      const { hasPicture } = player.state;
      if (hasPicture && !had && !this.#state.playing) this.#show(this.#state.place);
      had = hasPicture;
    });
  }

  /** Both films to a place; playing goes on from there. */
  seek(place: number): void {
    this.#held = null;
    this.#before = null;
    if (this.#state.playing) this.#runFrom(place);
    else this.#show(place);
  }

  /** Stops and goes some frames of the coarser film on, or back; the other one shows its nearest in phase. */
  step(by: number): void {
    this.pause();
    this.#held = null;
    this.#before = null;
    const coarse = this.a.framesPerStride <= this.b.framesPerStride ? this.a : this.b;
    const frame = coarse.player.aimedFrame + by;
    const timeS = coarse.timeS[Math.min(coarse.timeS.length - 1, Math.max(0, frame))]!;
    const place = (coarse === this.a ? placeOfA : placeOfB)(this.pair, timeS);
    const { place: here } = this.#state;
    // Off the strides at either end, or where a contact was missed: to the next stride that both have.
    this.#show(place ?? (by > 0 ? Math.floor(here) + 1 : Math.ceil(here) - 1));
  }

  /** Stops and goes some strides on, or back, at the same phase. */
  stride(by: number): void {
    const { place } = this.#state;
    const wanted = place + by;
    this.seek(wanted < 0 ? place % 1 : Math.min(wanted, this.pair.strides));
  }

  play(): void {
    if (this.pair.strides === 0) return;
    this.#held = null;
    this.#before = null;
    this.#change({ playing: true });
    const { place } = this.#state;
    this.#runFrom(place >= this.pair.strides - 0.01 ? 0 : place);
  }

  /** Stops; both films then stand at the phase of the first. */
  pause(): void {
    if (!this.#state.playing) return;
    this.#halt();
    this.#change({ playing: false });
    this.#show(this.#inLoop(placeOfA(this.pair, this.a.shownS)) ?? this.#state.place);
  }

  toggle(): void {
    if (this.#state.playing) this.pause();
    else this.play();
  }

  setRate(rate: number): void {
    this.#change({ rate });
  }

  /** Plays the stride on the screen over and over; going to another stride repeats that one. */
  setLoop(loop: boolean): void {
    this.#looped = this.#strideOf(this.#state.place);
    this.#change({ loop });
  }

  #waiting = false;
  /** The stride that is repeated while `loop` is on. */
  #looped = 0;

  #strideOf(place: number): number {
    return Math.max(0, Math.min(Math.floor(place), this.pair.strides - 1));
  }

  /** A picture that comes after the end of the repeated stride still counts as its end. */
  #inLoop(place: number | null): number | null {
    if (place === null || !this.#state.loop) return place;
    return Math.min(this.#looped + 1 - 1e-6, Math.max(this.#looped, place));
  }

  #hold(pct: number): void {
    this.#held ??= this.#strideOf(this.#state.place);
    this.#show(this.#held + pct / 100);
  }

  /** Both films to their frames nearest to a place. */
  #show(place: number): void {
    const kept = Math.min(Math.max(place, 0), this.pair.strides);
    const times = timesAt(this.pair, kept);
    if (times === null) return;
    this.#looped = this.#held ?? this.#strideOf(kept);
    this.#change({ place: kept });
    this.a.player.seekFrame(this.a.frameAt(times.aS));
    this.b.player.seekFrame(this.b.frameAt(times.bS));
  }

  /** Both stand at a place first, then both run: so none has a start ahead of the other. */
  #runFrom(place: number): void {
    this.#halt();
    this.#waiting = true;
    const seek = ++this.#seeks;
    this.#show(place);
    const untilMs = performance.now() + PATIENCE_MS;
    const wait = (nowMs: number): void => {
      if (seek !== this.#seeks) return;
      const there = [this.a, this.b].every(({ player }) => player.aimedFrame === player.state.frame);
      if (!there && nowMs < untilMs) {
        this.#tick = requestAnimationFrame(wait);
        return;
      }
      this.#waiting = false;
      this.#pull();
      this.a.player.play();
      this.b.player.play();
      this.#tick = requestAnimationFrame(this.#run);
    };
    this.#tick = requestAnimationFrame(wait);
  }

  readonly #run = (): void => {
    this.#tick = requestAnimationFrame(this.#run);
    const place = placeOfA(this.pair, this.a.nowS);
    if (this.#state.loop && (place === null || place >= this.#looped + 1)) this.#runFrom(this.#looped);
    else if (place === null) this.#runFrom(this.#nextStride());
    else if (!this.#pull()) this.#runFrom(place);
  };

  /** After the strides, or in a gap between two: the stride that begins next; the first one after the last. */
  #nextStride(): number {
    const next = this.a.leg.strides.findIndex((stride) => stride.startS > this.a.nowS);
    return next < 0 || next >= this.pair.strides ? 0 : next;
  }

  /** Paces both films. @returns false when the second is too far off to be pulled */
  #pull(): boolean {
    const { rate } = this.#state;
    this.a.setPace(rate);
    const place = placeOfA(this.pair, this.a.nowS) ?? this.#state.place;
    const times = timesAt(this.pair, place);
    if (times === null) return true;
    const lateS = times.bS - this.b.nowS;
    const pull = Math.max(-MOST_PULL, Math.min(MOST_PULL, (PULL / rate) * lateS));
    this.b.setPace(rate * paceOfB(this.pair, place) * (1 + pull));
    return Math.abs(lateS) <= LOST_S;
  }

  #halt(): void {
    this.#seeks++;
    this.#waiting = false;
    cancelAnimationFrame(this.#tick);
    this.a.player.pause();
    this.b.player.pause();
  }

  #change(fields: Partial<StepState>): void {
    const after = { ...this.#state, ...fields };
    if ((Object.keys(fields) as (keyof StepState)[]).every((name) => after[name] === this.#state[name])) return;
    this.#state = after;
    for (const hear of this.#hearers) hear();
  }
}
