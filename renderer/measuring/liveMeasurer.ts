// Asks the worker for numbers one round at a time; of the rounds that wait only the last is ever measured.
import type { PoseView } from '../../core/api/views.ts';
import type { Edit, TrialResult } from '../../core/types.ts';
import type { FromWorker, ToWorker } from './measureWorker.ts';

export class LiveMeasurer {
  readonly #worker: Worker;
  readonly #onResult: (result: TrialResult, number: number) => void;
  #asked = 0;
  #underWay = false;
  #waiting: { readonly number: number; readonly edits: readonly Edit[] } | null = null;

  /** @param onResult gets each result with the number that {@link measure} gave its round */
  constructor({ pose, options }: PoseView, onResult: (result: TrialResult, number: number) => void) {
    this.#onResult = onResult;
    this.#worker = new Worker(new URL('./measureWorker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#answered(data);
    this.#say({ kind: 'pose', pose, options });
    this.measure([]); // the first round is the slow one; let it be over before anybody drags
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

  #answered({ number, result }: FromWorker): void {
    this.#underWay = false;
    this.#onResult(result, number);
    this.#next();
  }

  #say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
