// Tells a person at a terminal how far the work is; plain lines where there is no terminal.

/** Where progress goes. */
export interface ProgressSink {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const BAR_WIDTH = 24;
/** Ten pictures a second are enough for the eye. */
const REDRAW_MS = 100;
/** Without a terminal: one line at each tenth. */
const PLAIN_STEP = 0.1;
/** Before this much is done a guess of the time left would jump about. */
const GUESS_AFTER = 0.03;

/** One film's progress. */
export class ProgressBar {
  readonly #sink: ProgressSink;
  readonly #name: string;
  readonly #now: () => number;
  readonly #beganMs: number;
  #drawnMs = Number.NEGATIVE_INFINITY;
  #lastStage = '';
  #lastStep = -1;

  /** @param now milliseconds, any origin */
  constructor(sink: ProgressSink, name: string, now: () => number = () => performance.now()) {
    this.#sink = sink;
    this.#name = name;
    this.#now = now;
    this.#beganMs = now();
  }

  /** @param done 0–1 of the whole film's work */
  update(stage: string, done: number): void {
    if (this.#sink.isTTY) this.#redraw(stage, done);
    else this.#line(stage, done);
  }

  /** Clears the bar, so that what follows starts on a clean line. */
  end(): void {
    if (this.#sink.isTTY) this.#sink.write('\r\u001b[K');
  }

  #redraw(stage: string, done: number): void {
    const now = this.#now();
    if (stage === this.#lastStage && now - this.#drawnMs < REDRAW_MS) return;
    this.#lastStage = stage;
    this.#drawnMs = now;
    const full = Math.round(done * BAR_WIDTH);
    const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
    const text = `${this.#name}  ${bar} ${percent(done)}  ${stage}${this.#timeLeft(done)}`;
    this.#sink.write(`\r\u001b[K${text.slice(0, (this.#sink.columns ?? 100) - 1)}`);
  }

  #line(stage: string, done: number): void {
    const step = Math.floor(done / PLAIN_STEP + 1e-9);
    if (stage === this.#lastStage && step <= this.#lastStep) return;
    this.#lastStage = stage;
    this.#lastStep = step;
    this.#sink.write(`${this.#name}: ${percent(done)} ${stage}${this.#timeLeft(done)}\n`);
  }

  #timeLeft(done: number): string {
    if (done < GUESS_AFTER || done >= 1) return '';
    const leftS = ((this.#now() - this.#beganMs) / 1000) * ((1 - done) / done);
    return `, ${duration(leftS)} left`;
  }
}

function percent(done: number): string {
  return `${Math.floor(done * 100 + 1e-9)} %`.padStart(5);
}

function duration(seconds: number): string {
  const s = Math.max(1, Math.round(seconds));
  return s < 60 ? `${s} s` : `${Math.floor(s / 60)} min ${s % 60} s`;
}
