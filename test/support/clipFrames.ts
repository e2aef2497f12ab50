// A few frames of a clip as small RGB pictures, straight from ffmpeg, without the product's own decoder.
import { spawnSync } from 'node:child_process';
import ffmpeg from '@ffmpeg-installer/ffmpeg';

/** Which frames, and how large. */
export interface FrameChoice {
  /** Every how many frames one is taken. */
  readonly every: number;
  readonly count: number;
  /** Height and width of the square picture. */
  readonly sizePx: number;
}

/**
 * The largest square of a clip: the middle of a wide one, the lower end of a tall one, where the treadmill stands.
 * @returns pictures of [size × size × 3] bytes, in order of time
 */
export function clipFrames(clip: string, { every, count, sizePx }: FrameChoice): Uint8Array[] {
  const square = 'crop=min(iw\\,ih):min(iw\\,ih):(iw-ow)/2:ih-oh';
  const filter = `select=not(mod(n\\,${every})),${square},scale=${sizePx}:${sizePx}:flags=area`;
  const output = ['-vsync', '0', '-frames:v', `${count}`, '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'];
  const bytesPerFrame = sizePx * sizePx * 3;
  const { stdout, stderr } = spawnSync(ffmpeg.path, ['-v', 'error', '-i', clip, '-vf', filter, ...output], {
    maxBuffer: bytesPerFrame * (count + 1),
  });
  if (stdout.length !== bytesPerFrame * count) throw new Error(`ffmpeg gave too few frames of ${clip}: ${stderr}`);
  return Array.from({ length: count }, (_, i) => stdout.subarray(i * bytesPerFrame, (i + 1) * bytesPerFrame));
}
