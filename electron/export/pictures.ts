// Pictures between files and pixels: JPEG to RGB, and RGB to PNG or JPEG, by ffmpeg.

import { spawn } from 'node:child_process';
import { GaitError } from '../../core/errors.ts';
import { findFfmpeg } from '../video/findFfmpeg.ts';
import type { Canvas } from './overlay/canvas.ts';

export type PictureFormat = 'png' | 'jpeg';

interface PictureOptions {
  readonly signal?: AbortSignal | undefined;
}

const QUIET = ['-hide_banner', '-nostats', '-loglevel', 'error'];

/**
 * A JPEG's pixels.
 * @throws GaitError `video-unreadable` for bytes that are no JPEG, `cancelled`, `ffmpeg-missing`
 */
export async function decodeJpeg(jpeg: Uint8Array, options: PictureOptions = {}): Promise<Canvas> {
  const size = jpegSize(jpeg);
  const args = ['-f', 'mjpeg', '-i', 'pipe:0', '-frames:v', '1', '-pix_fmt', 'rgb24', '-f', 'rawvideo', 'pipe:1'];
  const data = size === null ? null : await throughFfmpeg(args, jpeg, options);
  if (size === null || data?.length !== size.widthPx * size.heightPx * 3)
    throw new GaitError('video-unreadable', 'A picture of the film cannot be read; import the film again.');
  return { ...size, data };
}

/**
 * A picture as a file's bytes: PNG without loss, JPEG at the quality of the report's key frames.
 * @throws GaitError `cancelled`, `ffmpeg-missing`
 */
export async function encodePicture(
  { widthPx, heightPx, data }: Canvas,
  format: PictureFormat,
  options: PictureOptions = {},
): Promise<Uint8Array> {
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${widthPx}x${heightPx}`, '-i', 'pipe:0'];
  const codec = format === 'png' ? ['-c:v', 'png'] : ['-c:v', 'mjpeg', '-q:v', '2', '-pix_fmt', 'yuvj444p'];
  const file = await throughFfmpeg([...input, '-frames:v', '1', ...codec, '-f', 'image2pipe', 'pipe:1'], data, options);
  if (file.length > 0) return file;
  throw new GaitError(
    'ffmpeg-missing',
    'This ffmpeg cannot write pictures; install a full ffmpeg or set OPENSTRIDE_FFMPEG to one.',
  );
}

/** Bytes in, bytes out; what ffmpeg could not do leaves the output empty. */
async function throughFfmpeg(
  args: readonly string[],
  input: Uint8Array,
  { signal }: PictureOptions,
): Promise<Uint8Array> {
  const { path } = await findFfmpeg();
  if (signal?.aborted) throw stopped(signal);
  const child = spawn(path, [...QUIET, ...args], { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true });
  const stop = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const ended = new Promise<void>((resolve, reject) => {
      child.once('close', () => resolve());
      child.once('error', (cause) =>
        reject(new GaitError('ffmpeg-missing', `${path} could not be started; install it again.`, { cause })),
      );
    });
    child.stdin.on('error', () => {}); // a broken pipe: ffmpeg has ended, and its output tells
    child.stdin.end(input);
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    await ended;
    if (signal?.aborted) throw stopped(signal);
    return Buffer.concat(pieces);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

const stopped = (signal: AbortSignal): GaitError =>
  new GaitError('cancelled', 'Writing the picture was cancelled.', { cause: signal.reason });

/** Width and height from the frame header (SOF, ITU-T T.81 B.2.2); null when there is none. */
function jpegSize(jpeg: Uint8Array): { readonly widthPx: number; readonly heightPx: number } | null {
  const two = (at: number) => (jpeg[at] ?? 0) * 256 + (jpeg[at + 1] ?? 0);
  for (let at = 2; at + 9 < jpeg.length && jpeg[at] === 0xff; at += 2 + two(at + 2)) {
    const marker = jpeg[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { heightPx: two(at + 5), widthPx: two(at + 7) };
  }
  return null;
}
