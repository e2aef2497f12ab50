// Turns drawn pictures into an H.264 film by ffmpeg, each at its own time, and leaves a whole file or none.

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { GaitError } from '../../../core/errors.ts';
import { findFfmpeg } from '../../video/findFfmpeg.ts';
import { diskFull, diskTrouble } from '../diskTrouble.ts';
import { pictureHead, streamHead } from './matroska.ts';

/** One picture. */
export interface DrawnPicture {
  readonly timeS: number;
  readonly durationS: number;
  /** RGB, 3 bytes per pixel. May still be read while the next picture is made, not longer: two buffers are enough. */
  readonly data: Uint8Array;
}

export interface FilmRequest {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Usual rate, 1/s; each picture has its own time all the same. */
  readonly rateHz: number;
  readonly outFile: string;
  readonly signal?: AbortSignal | undefined;
}

/** Keeps the last of what ffmpeg says, characters. */
const WORDS_KEPT = 4000;

/**
 * Encodes pictures as they come; ffmpeg sets the pace.
 * @throws GaitError `disk-full`, `not-writable`, `cancelled`, `ffmpeg-missing`; nothing is left then. Errors of the pictures pass.
 */
export async function encodeFilm(pictures: AsyncIterable<DrawnPicture>, request: FilmRequest): Promise<void> {
  const { outFile, signal } = request;
  const ffmpeg = await findFfmpeg();
  const part = join(dirname(outFile), `.${basename(outFile).slice(0, 60)}.${process.pid}.part`);
  const child = spawn(ffmpeg.path, encodeArgs(part, ffmpeg.major), {
    stdio: ['pipe', 'ignore', 'pipe'],
    windowsHide: true,
  });
  const stop = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  const words = listen(child.stderr);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve(null));
  });
  try {
    await feed(child, pictures, request);
    const code = await ended;
    if (signal?.aborted) throw new GaitError('cancelled', 'Drawing the overlay was cancelled.');
    if (code !== 0) throw explain(words(), outFile);
    await rename(part, outFile);
  } catch (error) {
    stop();
    await ended;
    await rm(part, { force: true }).catch(() => {}); // the first trouble is the one to tell
    throw diskTrouble(error, outFile);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/**
 * Even sizes and yuv420p play everywhere; colours are marked as BT.709 because players take HD for that. A key frame a second
 * lets a clinician jump; crf 20 keeps thin lines clean; `veryfast` leaves the processor to the drawing. No picture refers to a later
 * one, so no edit list is needed: builds of 2018 write one that leaves out the last picture of an uneven film.
 */
function encodeArgs(outFile: string, major: number | null): string[] {
  const eachAtItsTime = major !== null && major < 6 ? ['-vsync', '0'] : ['-fps_mode', 'passthrough'];
  const colours = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
  const input = ['-f', 'matroska', '-i', 'pipe:0'];
  const picture = ['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p', ...colours];
  const codec = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-force_key_frames', 'expr:gte(t,n_forced)'];
  const ticks = ['-enc_time_base', '1:90000', '-video_track_timescale', '90000'];
  const times = [...eachAtItsTime, ...ticks, '-bf', '0', '-use_editlist', '0'];
  const output = ['-map', '0:v:0', ...picture, ...codec, ...times, '-movflags', '+faststart', '-f', 'mp4', '-y'];
  return ['-hide_banner', '-nostats', '-loglevel', 'error', ...input, ...output, `file:${outFile}`];
}

type Encoder = ChildProcessByStdio<Writable, null, Readable>;

/** Writes until the pictures end or ffmpeg does; why it ended is told by its exit. */
async function feed(child: Encoder, pictures: AsyncIterable<DrawnPicture>, request: FilmRequest): Promise<void> {
  const { stdin } = child;
  let gone = false;
  const left = new Promise<void>((resolve) => {
    const leave = () => {
      gone = true;
      resolve();
    };
    stdin.once('error', leave); // a broken pipe: ffmpeg has ended
    child.once('close', leave);
    child.once('error', leave);
  });
  const write = (bytes: Uint8Array) =>
    gone ? left : Promise.race([left, new Promise<void>((resolve) => stdin.write(bytes, () => resolve()))]);
  let pending = write(streamHead(request.widthPx, request.heightPx, request.rateHz));
  for await (const { timeS, durationS, data } of pictures) {
    await pending;
    if (gone) return;
    const head = write(pictureHead(timeS, durationS, data.length));
    pending = Promise.all([head, write(data)]).then(() => {});
  }
  await pending;
  if (!gone) stdin.end();
}

function listen(stderr: Readable): () => string {
  let words = '';
  stderr.setEncoding('utf8');
  stderr.on('data', (piece: string) => {
    words = (words + piece).slice(-WORDS_KEPT);
  });
  return () => words;
}

function explain(words: string, outFile: string): GaitError {
  const cause = new Error(words.trim() || 'ffmpeg ended without a word');
  if (/no space left|quota exceeded/i.test(words)) return diskFull(outFile, cause);
  if (/permission denied|read-only file system|no such file or directory|not a directory/i.test(words))
    return new GaitError('not-writable', `${outFile} cannot be written; choose a folder that you may write to.`, {
      cause,
    });
  const message =
    'This ffmpeg cannot write H.264 films, so there is no overlay; install a full ffmpeg or set OPENSTRIDE_FFMPEG to one.';
  return new GaitError('ffmpeg-missing', message, { cause });
}
