// Hands out a film's frames, upright and scaled, one by one with their true times, as fast as they are taken and no faster.
import { undecodableError } from './explainUnreadable.ts';
import { decodeArgs } from './ffmpegArgs.ts';
import { cancelledError } from './ffmpegProcess.ts';
import { findFfmpeg } from './findFfmpeg.ts';
import { FrameReader } from './frameReader.ts';
import { findFrame } from './frameTimes.ts';
import { type FrameWindow, frameWindow, windowRequest } from './frameWindow.ts';
import type { VideoProbe } from './probe.ts';

export interface VideoFrame {
  /** Frame number in probe.timeS. A number that is left out is a frame the decoder could not make. */
  readonly index: number;
  /** probe.timeS[index], s. */
  readonly timeS: number;
  /** RGB, 3 bytes per pixel, rows from the top, no padding. Valid until the next frame is asked for. [heightPx × widthPx × 3] */
  readonly data: Uint8Array;
}

export interface DecodeOptions {
  /** Size wanted, upright, px. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Only frames with fromS ≤ timeS < toS, on the clock of probe.timeS, s. */
  readonly fromS?: number;
  readonly toS?: number;
  readonly signal?: AbortSignal;
  readonly pixelFormat?: 'rgb24';
}

/** Fewer frames than this show no movement. */
const MIN_FRAMES = 3;
const BYTES_PER_PIXEL = 3;

/**
 * Decodes a film by ffmpeg. ffmpeg stalls while no frame is taken; it is killed when the loop is left early or the signal
 * aborts. Every frame carries the time ffmpeg decoded it with and is matched to probe.timeS by it, so a frame that is lost
 * leaves a hole in `index` and shifts nothing.
 * @throws GaitError `video-unreadable` when fewer than 3 frames come out (or not all, where fewer were asked for),
 *   `cancelled`, `ffmpeg-missing`; RangeError for an impossible size or an empty window
 */
export async function* decodeVideo(probe: VideoProbe, options: DecodeOptions): AsyncGenerator<VideoFrame, void, void> {
  const window = frameWindow(probe, options.fromS, options.toS);
  if (window.mayJump) {
    let landed = false;
    for await (const frame of decodeWindow(probe, options, window, true)) {
      landed ||= frame.index === window.first;
      if (!landed) break; // too late in the film: read it from the start
      yield frame;
    }
    if (landed) return;
  }
  yield* decodeWindow(probe, options, window, false);
}

/** One run of ffmpeg. A jump that lands on nothing is no error: the caller reads from the start then. */
async function* decodeWindow(
  probe: VideoProbe,
  options: DecodeOptions,
  window: FrameWindow,
  jump: boolean,
): AsyncGenerator<VideoFrame, void, void> {
  const { widthPx, heightPx, signal } = options;
  if (signal?.aborted) throw cancelledError(signal);
  const ffmpeg = await findFfmpeg();
  const request = windowRequest(probe, options, window, jump, ffmpeg.major);
  const reader = new FrameReader(ffmpeg.path, decodeArgs(request), widthPx * heightPx * BYTES_PER_PIXEL);
  const cancel = () => reader.close(signal && cancelledError(signal));
  signal?.addEventListener('abort', cancel, { once: true });
  let previous = window.first - 1;
  let count = 0;
  try {
    for (let raw = await reader.next(); raw !== null; raw = await reader.next()) {
      const index = findFrame(probe.timeS, raw.fileTimeS - probe.startS);
      if (index === null || index <= previous) continue; // not a frame of the table: it has no place in the measurement
      previous = index;
      count++;
      yield { index, timeS: probe.timeS[index]!, data: raw.data };
      if (index === window.last) return;
    }
    const enough = Math.min(MIN_FRAMES, window.last - window.first + 1);
    if (count < enough && !(jump && count === 0)) throw undecodableError(probe.file, probe.codec, count, reader.words);
  } finally {
    signal?.removeEventListener('abort', cancel);
    reader.close();
  }
}
