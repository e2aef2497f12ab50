// The film for playback: small, seekable to any frame, and of a kind that every browser shows.
import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { diskTrouble } from '../export/diskTrouble.ts';
import { cancelledError, startFfmpeg } from '../video/ffmpegProcess.ts';
import { findFfmpeg } from '../video/findFfmpeg.ts';
import type { VideoProbe } from '../video/probe.ts';
import { parseEncodedFrames, proxyArgs } from './proxyArgs.ts';

export interface ProxyOptions {
  readonly signal: AbortSignal;
  /** Share of the film encoded, 0–1. */
  readonly onProgress: (done: number) => void;
}

/** Last words of ffmpeg that are kept for the error, characters. */
const WORDS_KEPT = 2000;

/**
 * Writes the proxy whole or not at all; one that is there already is kept, because its name says which film it is of.
 * @throws GaitError `video-unreadable`, `disk-full`, `not-writable`, `cancelled`, `ffmpeg-missing`
 */
export async function makeProxy(probe: VideoProbe, proxyFile: string, options: ProxyOptions): Promise<void> {
  if (await isThere(proxyFile)) return;
  const [folder, name] = [path.dirname(proxyFile), path.basename(proxyFile)];
  const part = path.join(folder, `.${name}.${randomUUID()}.part.mp4`);
  try {
    await mkdir(folder, { recursive: true });
    await sweepParts(folder, name);
    await encode(probe, part, options);
    const file = await open(part, 'r+');
    await file.sync().finally(() => file.close());
    await rename(part, proxyFile);
  } catch (error) {
    throw diskTrouble(error, proxyFile);
  } finally {
    await rm(part, { force: true }).catch(() => undefined); // the first trouble is the one to tell
  }
}

async function encode(probe: VideoProbe, part: string, { signal, onProgress }: ProxyOptions): Promise<void> {
  if (signal.aborted) throw cancelledError(signal);
  const ffmpeg = await findFfmpeg();
  const child = startFfmpeg(ffmpeg.path, proxyArgs(probe, ffmpeg.major, part));
  const stop = () => child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  let words = '';
  child.stdout.on('data', (data: Buffer) => {
    const frames = parseEncodedFrames(data.toString('latin1'));
    if (frames !== null) onProgress(Math.min(1, frames / probe.frames));
  });
  child.stderr.on('data', (data: Buffer) => {
    words = (words + data.toString('utf8')).slice(-WORDS_KEPT);
  });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('close', resolve);
      child.once('error', reject);
    });
    if (signal.aborted) throw cancelledError(signal);
    if (code !== 0) throw encodeError(probe, part, words);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function encodeError(probe: VideoProbe, part: string, words: string): unknown {
  if (/No space left on device|Disk quota exceeded/i.test(words)) {
    return diskTrouble(Object.assign(new Error(words), { code: 'ENOSPC' }), part);
  }
  const text = `No film for playback could be made of ${path.basename(probe.file)}; copy it from the camera again.`;
  return new GaitError('video-unreadable', text, { cause: new Error(words) });
}

/** Removes what an engine that was killed left half-written. */
async function sweepParts(folder: string, name: string): Promise<void> {
  for (const file of await readdir(folder)) {
    if (file.startsWith(`.${name}.`) && file.endsWith('.part.mp4')) await rm(path.join(folder, file), { force: true });
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
