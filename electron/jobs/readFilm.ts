// What is found out of a film when it is taken in, before anybody is looked for in it.
import { GaitError } from '../../core/errors.ts';
import type { FilmFacts } from '../store/filmFacts.ts';
import { decodeVideo } from '../video/decode.ts';
import { probeVideo, type VideoProbe } from '../video/probe.ts';

/** Enough for a mean over the picture. */
const WIDTH_PX = 64;
/** Frames looked at in the middle of the film; fewer could be refused as too few. */
const FRAMES = 4;

/** @throws what probeVideo throws */
export async function readFilm(file: string, signal?: AbortSignal): Promise<FilmFacts> {
  const probe = await probeVideo(file, { signal });
  const { file: _place, ...facts } = probe;
  return { ...facts, brightness: await brightnessOf(probe, signal) };
}

/** @returns mean brightness in the middle of the film, 0–255; null when nothing there can be decoded */
async function brightnessOf(probe: VideoProbe, signal?: AbortSignal): Promise<number | null> {
  const { timeS, frames } = probe;
  const first = Math.max(0, (frames >> 1) - FRAMES);
  const heightPx = Math.max(2, Math.round((WIDTH_PX * probe.heightPx) / probe.widthPx));
  const window = { widthPx: WIDTH_PX, heightPx, fromS: timeS[first]!, toS: timeS[first + FRAMES] ?? probe.durationS };
  let sum = 0;
  let count = 0;
  try {
    for await (const { data } of decodeVideo(probe, signal ? { ...window, signal } : window)) {
      for (let i = 1; i < data.length; i += 3) sum += data[i]!; // green stands for brightness, as in the engine
      count += data.length / 3;
    }
  } catch (error) {
    if (!(error instanceof GaitError && error.code === 'video-unreadable')) throw error;
  }
  return count === 0 ? null : sum / count;
}
