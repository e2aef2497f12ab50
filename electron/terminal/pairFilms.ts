// The films of a comparison: each pair that was held against each other, in step by the phase of the stride.
import path from 'node:path';
import type { FilmPair } from '../../core/compare/compareVisits.ts';
import { GaitError } from '../../core/errors.ts';
import type { PlaybackSpeed } from '../../core/export/stepClock.ts';
import { facesOtherWay } from '../../core/phase/facesOtherWay.ts';
import type { ComparisonModel } from '../../core/report/comparisonModel.ts';
import type { View } from '../../core/types.ts';
import type { StoredTrial } from '../export/readResult.ts';
import { type ComparedLeg, writeSideBySide } from '../export/sideBySide.ts';
import { findFilm } from '../report/filmPictures.ts';
import { probeVideo } from '../video/probe.ts';
import type { Terminal } from './analyzeCommand.ts';
import { ProgressBar } from './progressBar.ts';
import type { PaperWords } from './reportOptions.ts';

export interface PairFilmsRequest {
  readonly model: ComparisonModel;
  /** Those that the model was made of. */
  readonly trials: readonly StoredTrial[];
  readonly outDir: string;
  readonly speed: PlaybackSpeed;
  readonly words: PaperWords;
}

const VIEW_ENDING: Readonly<Record<View, string>> = { left: '-left', right: '-right', posterior: '-behind' };

/**
 * Writes side-by-side.mp4; of visits that were filmed from several sides one film a side.
 * @throws GaitError `video-not-found` for a film that is not where it was; `result-unreadable` without the tables of the frames; of
 *   writing a film, which leaves nothing then
 */
export async function writePairFilms(request: PairFilmsRequest, terminal: Terminal): Promise<void> {
  const { pairs } = request.model.comparison;
  for (const pair of pairs) {
    const ending = pairs.length > 1 ? VIEW_ENDING[pair.first.result.capture.view] : '';
    await writePairFilm(pair, `side-by-side${ending}.mp4`, request, terminal);
  }
}

async function writePairFilm(
  pair: FilmPair,
  name: string,
  request: PairFilmsRequest,
  { stderr, signal }: Terminal,
): Promise<void> {
  const { model, outDir, speed, words } = request;
  const a = await legOf(pair.first, model.names[0], request, signal);
  const b = await legOf(pair.second, model.names[1], request, signal);
  const mirrored = facesOtherWay(a.result, b.result, a.side !== b.side);
  const bar = new ProgressBar(stderr, name);
  await writeSideBySide({
    ...{ a, b: { ...b, mirrored }, speed, signal },
    blurFaces: words.blurFaces,
    outFile: path.join(outDir, name),
    onProgress: (done) => bar.update('Writing', done),
  }).finally(() => bar.end());
}

async function legOf(
  leg: FilmPair['first'],
  title: string,
  { trials, words }: PairFilmsRequest,
  signal: AbortSignal,
): Promise<ComparedLeg> {
  const trial = trials.find(({ result }) => result === leg.result)!;
  const { result, video } = trial;
  const { file } = video;
  if (result.timeS.length === 0)
    throw new GaitError(
      'result-unreadable',
      `The tables beside the result of ${file} are missing; name the whole folder that openstride analyze wrote.`,
    );
  const film = await findFilm(trial, { films: words.films, signal });
  if (film === null)
    throw new GaitError(
      'video-not-found',
      `${file} was not found where it was, or is another film now; say where it is with --film FILE.`,
    );
  const probe = await probeVideo(film, { signal });
  return { probe, result, slowMotion: video.slowMotion, side: leg.side, title, mirrored: false };
}
