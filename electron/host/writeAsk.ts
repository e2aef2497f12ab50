// One file that was asked for, made from the library: the clip as it measures now, its film, and the report's words.
import { access } from 'node:fs/promises';
import type { ExportAsk, PairedFilm } from '../../core/api/exports.ts';
import { curvePairs } from '../../core/compare/curvePairs.ts';
import { GaitError } from '../../core/errors.ts';
import { inStep } from '../../core/phase/inStep.ts';
import { legStrides } from '../../core/phase/legPhase.ts';
import { reportModel } from '../../core/report/reportModel.ts';
import type { ChartRequest } from '../export/chart.ts';
import { writeFramePicture } from '../export/framePicture.ts';
import { writeOverlay } from '../export/overlay.ts';
import { writeSideBySide } from '../export/sideBySide.ts';
import { type ExportSource, writeExport } from '../export/writeExports.ts';
import { AppVersion } from '../jobs/appVersion.ts';
import type { VideoProbe } from '../video/probe.ts';
import type { HostRooms } from './hostRooms.ts';

/** What is needed of the open library. */
export type ExportRooms = Pick<HostRooms, 'library' | 'films' | 'measurer'>;

export interface AskOptions {
  readonly signal: AbortSignal;
  /** @param done 0–1 */
  readonly onProgress: (done: number) => void;
}

/** A clip with all that files are made of. */
interface MeasuredClip extends ExportSource {
  readonly probe: VideoProbe;
  readonly slowMotion: number;
}

/**
 * Writes the file.
 * @throws GaitError `record-missing` for a clip that is gone or that nobody has looked at; of probing; `not-exportable` when the clip
 *   has not what the file needs; `disk-full`, `not-writable`, `cancelled`, `ffmpeg-missing`, `browser-missing`; no file is left then
 */
export async function writeAsk(
  rooms: ExportRooms,
  ask: ExportAsk,
  outFile: string,
  options: AskOptions,
): Promise<void> {
  const { signal, onProgress } = options;
  if (ask.kind === 'pair') return writePair(rooms, ask, outFile, options);
  if (ask.kind === 'pairChart') return writePairChart(rooms, ask, outFile, options);
  const clip = await clipOf(rooms, ask.clipId);
  if (ask.kind === 'film' || ask.kind === 'frame') await needFilm(clip);
  const { probe, result, slowMotion, model } = clip;
  const film = { probe, result, slowMotion, outFile, signal };
  switch (ask.kind) {
    case 'table':
      return writeExport(ask.format, outFile, clip, { signal });
    case 'film':
      return writeOverlay({ ...film, show: chosen(ask.show), blurFaces: ask.blurFaces, onProgress });
    case 'frame':
      return writeFramePicture({
        ...film,
        frame: frameOf(ask.frame, clip),
        format: ask.format,
        show: chosen(ask.show),
        blurFaces: ask.blurFaces,
      });
    case 'chart': {
      const panel = model.curves.find(({ id }) => id === ask.channel);
      if (panel === undefined) throw noCurve();
      return drawChart({ panel, text: model.text, format: ask.format, outFile, signal });
    }
  }
}

type PairAsk = Extract<ExportAsk, { kind: 'pair' }>;
type PairChartAsk = Extract<ExportAsk, { kind: 'pairChart' }>;

async function writePair(rooms: ExportRooms, ask: PairAsk, outFile: string, options: AskOptions): Promise<void> {
  const leg = async ({ clipId, ...leg }: PairedFilm) => ({ ...(await clipOf(rooms, clipId)), ...leg });

  const { speed, skeleton, blurFaces } = ask;
  const [a, b] = [await leg(ask.a), await leg(ask.b)];
  for (const clip of [a, b]) await needFilm(clip);
  return writeSideBySide({ a, b, speed, skeleton, blurFaces, outFile, ...options });
}

/** A left and a right leg keep their lines whichever stands first; two times of one leg are first and second. */
async function writePairChart(
  rooms: ExportRooms,
  { a: asked, b: other, channel, format }: PairChartAsk,
  outFile: string,
  { signal }: AskOptions,
): Promise<void> {
  const areSides = asked.side !== other.side;
  const [a, b] = areSides && asked.side === 'right' ? [other, asked] : [asked, other];
  const one = await clipOf(rooms, a.clipId);
  const { text } = one.model;
  const legs = [
    { ...one.result, side: a.side },
    { ...(await clipOf(rooms, b.clipId)).result, side: b.side },
  ] as const;
  const { toeOffAt } = inStep(legStrides(legs[0].strides, a.side), legStrides(legs[1].strides, b.side));
  const pairs = curvePairs(...legs, { toeOffAt, comparable: false, thresholds: new Map() }, text);
  const panel = pairs.find((pair) => pair.panel.id === channel)?.panel;
  if (panel === undefined) throw noCurve();
  const styles = areSides ? (['left', 'right'] as const) : (['first', 'second'] as const);
  await drawChart({ panel, text, names: [a.name, b.name], styles, format, outFile, signal });
}

const noCurve = (): GaitError =>
  new GaitError('not-exportable', 'This clip has no mean curve of that angle, so there is no chart of it.');

/** The chart's typeface is read when it is loaded, which nothing else here needs. */
async function drawChart(request: ChartRequest): Promise<void> {
  const { writeChart } = await import('../export/chart.ts');
  await writeChart(request);
}

/** @throws GaitError `video-not-found` with the name that the clinician knows it by */
async function needFilm({ probe, video }: MeasuredClip): Promise<void> {
  const isThere = await access(probe.file).then(
    () => true,
    () => false,
  );
  if (!isThere)
    throw new GaitError(
      'video-not-found',
      `${video.file} is no longer in the library; import it again. Its numbers and curves can still be saved.`,
    );
}

/** Parts that were not named stay as each kind of picture has them. */
function chosen<T extends object>(show: T | undefined): { readonly [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(show ?? {}).filter(([, shown]) => shown !== undefined)) as {
    readonly [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function frameOf(frame: number, { result }: MeasuredClip): number {
  if (frame < result.timeS.length) return frame;
  throw new GaitError('not-exportable', 'This frame is not in the measured part of the film; choose another.');
}

async function clipOf({ library, films, measurer }: ExportRooms, clipId: string): Promise<MeasuredClip> {
  const clip = library.clips.get(clipId);
  const input = measurer.input(clipId);
  if (!input) throw new GaitError('record-missing', 'Nobody has been looked for in this clip yet; analyse it first.');
  const facts = await films.facts(clip.videoSha256);
  const probe = { ...facts, file: library.videos.get(clip.videoSha256).file };
  const { slowMotion } = input.options;
  const measured = {
    result: measurer.result(input),
    video: { ...facts, file: clip.fileName, sha256: clip.videoSha256, slowMotion },
    pose: input.seen,
    app: { version: AppVersion.app, analysisVersion: AppVersion.analysis },
  };
  return { ...measured, model: reportModel(measured), probe, slowMotion };
}
