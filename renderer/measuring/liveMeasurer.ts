// Asks the worker for numbers one round at a time; of the rounds that wait only the last is ever measured.
import type { PoseView } from '../../core/api/views.ts';
import type { Edit, PointSeries, TrialResult } from '../../core/types.ts';
import type { FromWorker, ToWorker } from './measureWorker.ts';

/** After some ten rounds the browser has made the code fast: a fifth of the first round's time. */
const WARM_ROUNDS = 12;

/** One worker for one pose; close it when nobody corrects any more. */
export class LiveMeasurer {
  readonly #worker: Worker;
  readonly #onResult: (result: TrialResult, number: number) => void;
  #asked = 0;
  #underWay = false;
  #warm = 0;
  /** Of the round before. */
  #points: readonly PointSeries[] = [];
  #waiting: { readonly number: number; readonly edits: readonly Edit[] } | null = null;

  /** @param onResult gets each result with the number that {@link measure} gave its round */
  constructor({ pose, options }: PoseView, onResult: (result: TrialResult, number: number) => void) {
    this.#onResult = onResult;
    this.#worker = new Worker(new URL('./measureWorker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#answered(data);
    this.#say({ kind: 'pose', pose, options });
    this.#warmUp(0);
  }

  /** @returns the number of this round */
  measure(edits: readonly Edit[]): number {
    this.#asked++;
    this.#waiting = { number: this.#asked, edits };
    this.#next();
    return this.#asked;
  }

  close(): void {
    this.#worker.terminate();
  }

  #next(): void {
    if (this.#underWay || !this.#waiting) return;
    this.#say({ kind: 'measure', ...this.#waiting });
    this.#underWay = true;
    this.#waiting = null;
  }

  /** The first rounds are the slow ones: they are over before anybody drags. Round 0 is nobody's. */
  #warmUp(done: number): void {
    this.#warm = done;
    this.#say({ kind: 'measure', number: 0, edits: [] });
    this.#underWay = true;
  }

  #answered({ number, result, points }: FromWorker): void {
    this.#underWay = false;
    this.#points = points.map((point, landmark) => point ?? this.#points[landmark]!);
    if (number > 0) this.#onResult({ ...result, clean: { ...result.clean, points: this.#points } }, number);
    this.#next();
    if (!this.#underWay && this.#warm < WARM_ROUNDS) this.#warmUp(this.#warm + 1);
  }

  #say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
