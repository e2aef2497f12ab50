// How long a clip's job will still take: what this machine took so far, and a first guess where it took nothing yet.
import { JOB_STAGES, type JobStage } from './engineProtocol.ts';

/** First guesses on two cores at 1080p with the heavy network, s per frame; replaced by what this machine takes. */
const GUESS_S_PER_FRAME: Readonly<Record<JobStage, number>> = {
  reading: 0.0002,
  probing: 0.001,
  proxy: 0.011,
  pose: 0.045,
  measuring: 0.0005,
};
/** Below this share of a stage its own pace says less than the guess: the networks may still be loading. */
const PACE_FROM = 0.05;

export interface JobProgress {
  readonly stage: JobStage;
  /** 0–1 of the whole job; never goes back. */
  readonly done: number;
  /** Null while the length of the film is not known. */
  readonly secondsLeft: number | null;
}

/** Follows one job after another and learns this machine's pace. Times are handed in, so that it has no clock of its own. */
export class TimeLeft {
  readonly #pace: Record<JobStage, number> = { ...GUESS_S_PER_FRAME };
  #frames: number | null = null;
  #stage: JobStage = 'reading';
  #stageBeganS = 0;
  /** Share of the stage that was there already when it began: going on is not speed. */
  #stageBeganAt: number | null = null;
  #shown = 0;

  begin(nowS: number): void {
    this.#frames = null;
    this.#shown = 0;
    this.#enter('reading', nowS);
  }

  /** @param frames in the film */
  probed(frames: number): void {
    this.#frames = frames;
  }

  /** @param done of the stage, 0–1 */
  heard(stage: JobStage, done: number, nowS: number): JobProgress {
    if (stage !== this.#stage) {
      this.#learn(nowS);
      this.#enter(stage, nowS);
    }
    if (this.#stageBeganAt === null && done > 0) this.#stageBeganAt = done;
    const frames = this.#frames ?? 1;
    const whole = JOB_STAGES.reduce((sum, each) => sum + this.#pace[each], 0) * frames;
    const later = JOB_STAGES.slice(JOB_STAGES.indexOf(stage) + 1).reduce((sum, each) => sum + this.#pace[each], 0);
    const leftS = this.#stageLeftS(done, frames, nowS) + later * frames;
    const guessLeftS = (1 - done) * this.#pace[stage] * frames + later * frames;
    this.#shown = Math.min(1, Math.max(this.#shown, 1 - guessLeftS / whole));
    return { stage, done: this.#shown, secondsLeft: this.#frames === null ? null : leftS };
  }

  #stageLeftS(done: number, frames: number, nowS: number): number {
    const gained = done - (this.#stageBeganAt ?? 0);
    if (gained < PACE_FROM) return (1 - done) * this.#pace[this.#stage] * frames;
    return ((nowS - this.#stageBeganS) / gained) * (1 - done);
  }

  #enter(stage: JobStage, nowS: number): void {
    this.#stage = stage;
    this.#stageBeganS = nowS;
    this.#stageBeganAt = null;
  }

  /** A stage that was run from its beginning tells the pace; one that was found done does not. */
  #learn(nowS: number): void {
    const gained = 1 - (this.#stageBeganAt ?? 1);
    if (this.#frames === null || gained < 0.5) return;
    this.#pace[this.#stage] = (nowS - this.#stageBeganS) / gained / this.#frames;
  }
}
