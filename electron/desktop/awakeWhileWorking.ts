// Keeps the computer from falling asleep by itself while films are analysed; a closed lid still sends it to sleep, and work goes on after.
import { powerSaveBlocker } from 'electron';
import type { ApiNews } from '../../core/api.ts';

/** Hears the news and holds sleep off while at least one job runs. */
export class AwakeWhileWorking {
  readonly #running = new Set<string>();
  #blocker: number | null = null;

  hear(news: ApiNews): void {
    if (news.kind === 'library') this.#running.clear();
    else if (news.kind === 'job' && news.job.state === 'running') this.#running.add(news.job.id);
    else if (news.kind === 'job') this.#running.delete(news.job.id);
    this.#follow();
  }

  #follow(): void {
    if (this.#running.size > 0) {
      this.#blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    } else if (this.#blocker !== null) {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = null;
    }
  }
}
