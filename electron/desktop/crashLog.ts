// What went wrong inside the program itself, written to a file that the clinician can send; it never leaves by itself.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** A fault that comes again and again must not fill the disk; the log before is kept once. bytes */
const MOST_BYTES = 1 << 20;

/** The log of one installation. */
export class CrashLog {
  readonly file: string;

  constructor(folder: string) {
    this.file = path.join(folder, 'mistakes.log');
  }

  /** Adds what happened, with the time; a disk that is full costs the note and nothing else. */
  note(where: string, error: unknown): void {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      mkdirSync(path.dirname(this.file), { recursive: true });
      if (this.#size() > MOST_BYTES) renameSync(this.file, `${this.file}.1`);
      appendFileSync(this.file, `${new Date().toISOString()} ${where}\n${what}\n\n`);
    } catch {
      process.stderr.write(`${where}: ${what}\n`);
    }
  }

  #size(): number {
    return statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
  }
}
