// The pictures of a report made from stored results: fetched from the film where it still is what it was.

import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { coverFaces } from '../export/faces/coverPictures.ts';
import type { StoredTrial } from '../export/readResult.ts';
import { findFrame } from '../video/frameTimes.ts';
import { grabFrames } from '../video/grabFrames.ts';
import { hashFile } from '../video/hashFile.ts';
import { probeVideo, type VideoProbe } from '../video/probe.ts';
import type { FramePictures } from './keyFrameFigure.ts';

export interface PictureOptions {
  /** Films by where they lie now, tried before the place that the result remembers. */
  readonly films: readonly string[];
  readonly blurFaces: boolean;
  readonly signal: AbortSignal;
}

/** Pictures of one film, or why there are none. */
export interface FoundPictures {
  readonly pictures: FramePictures;
  /** One sentence; null when all is well. */
  readonly shortfall: string | null;
}

/** Height of the key frames, px: sharp on paper at 5 cm, small in the file. */
const PICTURE_HEIGHT_PX = 1080;
const NONE: FramePictures = new Map();

/**
 * Fetches frames of a stored result's film.
 * @param frames numbers in the result
 * @throws GaitError `cancelled`, `ffmpeg-missing`; a film that is gone, changed or damaged costs its pictures only
 */
export async function filmPictures(
  trial: StoredTrial,
  frames: readonly number[],
  options: PictureOptions,
): Promise<FoundPictures> {
  const name = trial.video.file;
  if (trial.result.timeS.length === 0)
    return {
      pictures: NONE,
      shortfall: `The tables beside the result of ${name} are missing, so the report has no pictures of it. Name the whole folder that openstride analyze wrote.`,
    };
  if (frames.length === 0) return { pictures: NONE, shortfall: null };
  const film = await findFilm(trial, options);
  if (film === null)
    return {
      pictures: NONE,
      shortfall: `${name} was not found where it was, or is another film now, so the report has no pictures of it. Say where it is with --film FILE.`,
    };
  try {
    return { pictures: await grab(film, trial, frames, options), shortfall: null };
  } catch (error) {
    if (!(error instanceof GaitError && error.code === 'video-unreadable')) throw error;
    return { pictures: NONE, shortfall: `${name} can no longer be decoded, so the report has no pictures of it.` };
  }
}

/** The first place that holds the very film, told by its hash; null when none does. */
export async function findFilm(
  { file, video, filmPath }: StoredTrial,
  options: Pick<PictureOptions, 'films' | 'signal'>,
): Promise<string | null> {
  const named = options.films.filter((film) => basename(film) === video.file);
  const others = options.films.filter((film) => basename(film) !== video.file);
  const remembered = filmPath === null ? [] : [filmPath];
  for (const place of [...named, ...remembered, join(dirname(file), video.file), ...others]) {
    if (!(await exists(place))) continue;
    if ((await hashFile(place, options.signal)) === video.sha256) return place;
  }
  return null;
}

const exists = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );

async function grab(
  film: string,
  trial: StoredTrial,
  frames: readonly number[],
  options: PictureOptions,
): Promise<FramePictures> {
  return grabbedPictures(await probeVideo(film, { signal: options.signal }), trial, frames, options);
}

/**
 * Frames of a film that is known to be the one.
 * @param frames numbers in the result
 * @throws GaitError `video-unreadable`, `cancelled`, `ffmpeg-missing`
 */
export async function grabbedPictures(
  probe: VideoProbe,
  { result, video }: Pick<StoredTrial, 'result' | 'video'>,
  frames: readonly number[],
  { blurFaces, signal }: Pick<PictureOptions, 'blurFaces' | 'signal'>,
): Promise<FramePictures> {
  // The result's clock is the world's, the film's may be slowed; part of a film may have been measured.
  const inFilm = frames.map((frame) => findFrame(probe.timeS, result.timeS[frame]! * video.slowMotion) ?? frame);
  const jpegs = await grabFrames(probe, inFilm, { maxHeightPx: PICTURE_HEIGHT_PX, signal });
  const filmed = new Map(frames.map((frame, i) => [frame, jpegs[i]!] as const));
  return blurFaces ? coverFaces(filmed, { result, picture: video }, { signal }) : filmed;
}
