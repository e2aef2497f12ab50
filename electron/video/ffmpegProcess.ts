// One run of ffmpeg as a child process that never outlives its purpose.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { GaitError } from '../../core/errors.ts';

export type FfmpegProcess = ChildProcessByStdio<null, Readable, Readable>;

export interface FfmpegOutput {
  readonly stdout: Buffer;
  readonly stderr: string;
  /** True when ffmpeg did not end by itself: a fault in that build, not a judgement on the film. */
  readonly crashed: boolean;
}

/** Starts ffmpeg with nothing on its input and both outputs piped. */
export function startFfmpeg(path: string, args: readonly string[]): FfmpegProcess {
  return spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
}

/**
 * Runs ffmpeg to its end. A failure of ffmpeg is no error here: what it wrote tells more than its exit code.
 * @throws GaitError `cancelled`, `ffmpeg-missing`
 */
export async function runFfmpeg(path: string, args: readonly string[], signal?: AbortSignal): Promise<FfmpegOutput> {
  if (signal?.aborted) throw cancelledError(signal);
  const child = startFfmpeg(path, args);
  const stop = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const [stdout, stderr, crashed] = await Promise.all([readAll(child.stdout), readAll(child.stderr), ended(child)]);
    if (signal?.aborted) throw cancelledError(signal);
    return { stdout, stderr: stderr.toString('utf8'), crashed };
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** Windows reports a fault as an exit code from here on (NTSTATUS, severity error). */
const WINDOWS_FAULT = 0xc000_0000;

/** Resolves when the process is gone and its outputs are closed, to whether it crashed. */
function ended(child: FfmpegProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    child.once('close', (code, signal) => resolve(signal !== null || (code ?? 0) >= WINDOWS_FAULT));
    child.once('error', (cause) => reject(vanishedError(cause)));
  });
}

/** The error for work that its AbortSignal stopped. */
export function cancelledError(signal: AbortSignal): GaitError {
  return new GaitError('cancelled', 'Reading the film was cancelled.', { cause: signal.reason });
}

/** The program itself would not start. */
export function vanishedError(cause: unknown): GaitError {
  const text =
    'ffmpeg could not be started although it was found; install it again or set OPENSTRIDE_FFMPEG to another.';
  return new GaitError('ffmpeg-missing', text, { cause });
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
