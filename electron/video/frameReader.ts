// Cuts ffmpeg's stream of bytes into frames and pairs each with the time printed for it.
import { type FfmpegProcess, startFfmpeg, vanishedError } from './ffmpegProcess.ts';
import type { FrameBuffers } from './frameBuffers.ts';
import { parseFrameTime } from './parseProbe.ts';

export interface RawFrame {
  /** The file's own time of this frame, s; NaN when it has none. */
  readonly fileTimeS: number;
  readonly data: Uint8Array;
}

/** Words of ffmpeg kept for an error message, characters. */
const WORDS_KEPT = 4000;

/** Reads raw frames from one run of ffmpeg. Works: the k-th time on stderr belongs to the k-th frame on stdout. */
export class FrameReader {
  readonly #child: FfmpegProcess;
  readonly #buffers: FrameBuffers;
  readonly #frames: Uint8Array[] = [];
  readonly #timeS: number[] = [];
  #words = '';
  #partialLine = '';
  #openStreams = 2;
  #failure: unknown = null;
  #closed = false;
  #wake: (() => void) | null = null;

  constructor(path: string, args: readonly string[], buffers: FrameBuffers) {
    this.#child = startFfmpeg(path, args);
    this.#buffers = buffers;
    this.#child.once('error', (error) => this.#fail(vanishedError(error)));
    this.#child.stderr.setEncoding('utf8');
    this.#child.stderr.on('data', (text: string) => this.#readWords(text));
    this.#child.stderr.once('close', () => this.#streamEnded());
    this.#readPicture().then(
      () => this.#streamEnded(),
      (error: unknown) => this.#fail(error),
    );
  }

  /** What ffmpeg said last, without the times. */
  get words(): string {
    return this.#words;
  }

  /** The next frame; null at the end. Throws what stopped the reading, if something did. */
  async next(): Promise<RawFrame | null> {
    for (;;) {
      if (this.#failure !== null) throw this.#failure;
      if (this.#closed) return null;
      const paired = this.#frames.length > 0 && this.#timeS.length > 0;
      if (paired) return { data: this.#frames.shift()!, fileTimeS: this.#timeS.shift()! };
      if (this.#openStreams === 0) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Kills ffmpeg and gives back the buffers of frames not handed out. @param reason thrown by a pending `next` */
  close(reason: unknown = null): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#failure = reason;
    this.#child.kill('SIGKILL');
    this.#child.stdout.destroy();
    this.#child.stderr.destroy();
    for (const buffer of this.#frames.splice(0)) this.#buffers.giveBack(buffer);
    this.#wakeUp();
  }

  async #readPicture(): Promise<void> {
    let buffer: Uint8Array | null = null;
    let filled = 0;
    try {
      for await (const piece of this.#child.stdout) {
        const chunk = piece as Buffer;
        for (let at = 0; at < chunk.length; ) {
          buffer ??= await this.#buffers.take();
          if (this.#closed) return;
          const end = Math.min(chunk.length, at + buffer.length - filled);
          buffer.set(at === 0 && end === chunk.length ? chunk : chunk.subarray(at, end), filled);
          filled += end - at;
          at = end;
          if (filled < buffer.length) continue;
          this.#frames.push(buffer);
          buffer = null;
          filled = 0;
          this.#wakeUp();
        }
      }
    } catch (error) {
      if (!this.#closed) throw error;
    } finally {
      if (buffer) this.#buffers.giveBack(buffer);
    }
  }

  #readWords(text: string): void {
    const lines = (this.#partialLine + text).split('\n');
    this.#partialLine = lines.pop() ?? '';
    const messages = lines.filter((line) => {
      const time = parseFrameTime(line);
      if (time !== null) this.#timeS.push(time);
      return time === null;
    });
    if (messages.length > 0) this.#words = `${this.#words}${messages.join('\n')}\n`.slice(-WORDS_KEPT);
    this.#wakeUp();
  }

  #streamEnded(): void {
    this.#openStreams--;
    this.#wakeUp();
  }

  #fail(error: unknown): void {
    if (!this.#closed) this.close(error);
  }

  #wakeUp(): void {
    this.#wake?.();
    this.#wake = null;
  }
}
