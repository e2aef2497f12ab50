// Cuts ffmpeg's stream of bytes into frames and pairs each with the time printed for it.
import { type FfmpegProcess, startFfmpeg, vanishedError } from './ffmpegProcess.ts';
import { parseFrameTime } from './parseProbe.ts';

export interface RawFrame {
  /** The file's own time of this frame, s; NaN when it has none. */
  readonly fileTimeS: number;
  /** Valid until the next frame is asked for: its memory is used again. */
  readonly data: Uint8Array;
}

/** One frame in use, one waiting and one being read: what ffmpeg makes beyond that it must keep, and so stalls. */
const BUFFERS = 3;
/** Words of ffmpeg kept for an error message, characters. */
const WORDS_KEPT = 4000;

/** Reads raw frames from one run of ffmpeg. Works: the k-th time on stderr belongs to the k-th frame on stdout. */
export class FrameReader {
  readonly #child: FfmpegProcess;
  readonly #free: Uint8Array[];
  readonly #ready: Uint8Array[] = [];
  readonly #timeS: number[] = [];
  #inUse: Uint8Array | null = null;
  #words = '';
  #partialLine = '';
  #openStreams = 2;
  #failure: unknown = null;
  #closed = false;
  #wakeConsumer: (() => void) | null = null;
  #wakeProducer: (() => void) | null = null;

  /** @param frameBytes size of one frame */
  constructor(path: string, args: readonly string[], frameBytes: number) {
    this.#free = Array.from({ length: BUFFERS }, () => new Uint8Array(frameBytes));
    this.#child = startFfmpeg(path, args);
    this.#child.once('error', (error) => this.close(vanishedError(error)));
    this.#child.stderr.setEncoding('utf8');
    this.#child.stderr.on('data', (text: string) => this.#readWords(text));
    this.#child.stderr.once('close', () => this.#streamEnded());
    this.#readPicture().then(
      () => this.#streamEnded(),
      (error: unknown) => this.close(error),
    );
  }

  /** What ffmpeg said last, without the times. */
  get words(): string {
    return this.#words;
  }

  /** The next frame; null at the end. Throws what stopped the reading, if something did. */
  async next(): Promise<RawFrame | null> {
    this.#recycle();
    for (;;) {
      if (this.#failure !== null) throw this.#failure;
      if (this.#closed) return null;
      const data = this.#timeS.length > 0 ? this.#ready.shift() : undefined;
      if (data) {
        this.#inUse = data;
        return { data, fileTimeS: this.#timeS.shift()! };
      }
      if (this.#openStreams === 0) return null;
      await new Promise<void>((resolve) => {
        this.#wakeConsumer = resolve;
      });
    }
  }

  /** Kills ffmpeg. @param reason thrown by a pending or later `next`; null = those see the end */
  close(reason: unknown = null): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#failure = reason;
    this.#child.kill('SIGKILL');
    this.#child.stdout.destroy();
    this.#child.stderr.destroy();
    this.#wakeConsumer?.();
    this.#wakeProducer?.();
  }

  #recycle(): void {
    if (this.#inUse === null) return;
    this.#free.push(this.#inUse);
    this.#inUse = null;
    this.#wakeProducer?.();
  }

  async #readPicture(): Promise<void> {
    let buffer: Uint8Array | undefined;
    let filled = 0;
    try {
      for await (const piece of this.#child.stdout) {
        const chunk = piece as Buffer;
        for (let at = 0; at < chunk.length; ) {
          buffer ??= await this.#takeBuffer();
          if (buffer === undefined) return;
          const taken = Math.min(chunk.length - at, buffer.length - filled);
          buffer.set(chunk.subarray(at, at + taken), filled);
          at += taken;
          filled += taken;
          if (filled < buffer.length) continue;
          this.#ready.push(buffer);
          buffer = undefined;
          filled = 0;
          this.#wakeConsumer?.();
        }
      }
    } catch (error) {
      if (!this.#closed) throw error;
    }
  }

  /** Waits for a free buffer; undefined when the reader was closed meanwhile. */
  async #takeBuffer(): Promise<Uint8Array | undefined> {
    while (this.#free.length === 0 && !this.#closed) {
      await new Promise<void>((resolve) => {
        this.#wakeProducer = resolve;
      });
    }
    return this.#closed ? undefined : this.#free.pop();
  }

  #readWords(text: string): void {
    const lines = (this.#partialLine + text).split('\n');
    this.#partialLine = lines.pop() ?? '';
    for (const line of lines) {
      const timeS = parseFrameTime(line);
      if (timeS === null) this.#words = `${this.#words}${line}\n`.slice(-WORDS_KEPT);
      else this.#timeS.push(timeS);
    }
    this.#wakeConsumer?.();
  }

  #streamEnded(): void {
    this.#openStreams--;
    this.#wakeConsumer?.();
  }
}
