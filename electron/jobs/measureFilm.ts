// The path of one film: import → probe → pose → analyse → result, tables, overlay and report, whole or not at all.
import path from 'node:path';
import { analyze } from '../../core/analyze.ts';
import { GaitError } from '../../core/errors.ts';
import { type ReportModel, reportModel } from '../../core/report/reportModel.ts';
import type { AnalyzeOptions, RawPose, TrialResult } from '../../core/types.ts';
import { writeTables } from '../export/csv.ts';
import { openOutputFolder } from '../export/outputFolder.ts';
import { writeOverlay } from '../export/overlay.ts';
import { type ResultJson, resultJson } from '../export/resultJson.ts';
import { writeAtomically } from '../export/writeAtomically.ts';
import { type ExportFormat, type Shortfall, writeExports } from '../export/writeExports.ts';
import type { PoseEngine } from '../pose/poseEngine.ts';
import { type Printer, startPrinter } from '../report/printPdf.ts';
import { hashFile } from '../video/hashFile.ts';
import { probeVideo, type VideoProbe } from '../video/probe.ts';
import { AppVersion } from './appVersion.ts';
import { filmFlags } from './filmFlags.ts';
import { framesSeen } from './framesSeen.ts';
import { printReport } from './printReport.ts';
import { refuseOtherFilm } from './refuseOtherFilm.ts';
import { type OnStage, stageProgress } from './stages.ts';

export interface MeasureOptions {
  readonly outDir: string;
  readonly analysis: AnalyzeOptions;
  readonly overlay: boolean;
  readonly report: boolean;
  /** Faces are made unrecognisable in overlay and report. */
  readonly blurFaces: boolean;
  /** Files for other programs, beside those that are always written. */
  readonly exports: readonly ExportFormat[];
  /** Replace the result of another film in the folder. */
  readonly force: boolean;
  /** Part of the film, s on its own clock; null = from the start, to the end. */
  readonly fromS: number | null;
  readonly toS: number | null;
  readonly signal: AbortSignal;
  /** Stage in words and 0–1 of the whole. */
  readonly onProgress: OnStage;
}

export interface FilmOutcome {
  readonly result: TrialResult;
  readonly json: ResultJson;
  readonly model: ReportModel;
  /** What was asked for and could not be made although the measuring worked, e.g. a report without a browser. */
  readonly shortfalls: readonly Shortfall[];
}

/**
 * Measures one film and writes its folder of results.
 * @throws GaitError for everything the world can do wrong; the folder is then as it was before
 */
export async function measureFilm(file: string, engine: PoseEngine, options: MeasureOptions): Promise<FilmOutcome> {
  const { signal } = options;
  const stage = stageProgress(options);
  stage.begin('reading the film');
  const [probe, sha256] = await Promise.all([probeVideo(file, { signal }), hashFile(file, signal)]);
  if (!options.force) await refuseOtherFilm(options.outDir, sha256);
  const output = await openOutputFolder(options.outDir);
  const printer = options.report ? startPrinterLater() : null;
  try {
    stage.begin('finding the runner');
    const pose = await findRunner(probe, engine, options, stage.within, printer);
    stage.begin('measuring');
    const result = measure(pose, options.analysis);
    const facts = provenance(probe, sha256, engine, pose, options.analysis);
    const where = path.relative(output.target, path.resolve(file)).split(path.sep).join('/');
    const json = resultJson({ result, ...facts, video: { ...facts.video, path: where } });
    const model = reportModel({ result, ...facts, madeOn: today() });
    await writeAtomically(output.path('result.json'), `${JSON.stringify(json, null, 2)}\n`, { signal });
    await writeTables(output, pose, result, { signal });
    const unexported = await writeExports(options.exports, output.path, { result, model, ...facts }, { signal });
    if (options.overlay) {
      stage.begin('drawing the overlay');
      const outFile = output.path('overlay.mp4');
      const { slowMotion } = options.analysis;
      const { blurFaces } = options;
      await writeOverlay({ probe, result, slowMotion, outFile, blurFaces, signal, onProgress: stage.within });
    }
    stage.begin('printing the report');
    const faces = options.blurFaces ? { result, picture: probe } : null;
    const unprinted = printer
      ? await printReport(probe, model, pose.timeS, printer.get(), output, signal, faces)
      : null;
    if (signal.aborted) throw new GaitError('cancelled', 'The analysis was stopped.');
    await output.commit();
    stage.begin('done');
    const shortfalls = unprinted ? [...unexported, { file: 'report.pdf', error: unprinted }] : unexported;
    return { result, json, model, shortfalls };
  } finally {
    await output.discard();
    await printer?.close();
  }
}

interface LatePrinter {
  /** Starts the browser if it is not started yet. */
  get(): Printer;
  close(): Promise<void>;
}

/** The browser is started shortly before it is needed: early enough to be ready, late enough not to take the network's time. */
function startPrinterLater(): LatePrinter {
  let printer: Printer | null = null;
  return {
    get: () => {
      printer ??= startPrinter();
      return printer;
    },
    close: async () => printer?.close(),
  };
}

/** Share of the frames after which the report's browser is started. */
const START_BROWSER_AT = 0.93;

async function findRunner(
  probe: VideoProbe,
  engine: PoseEngine,
  options: MeasureOptions,
  onProgress: (done: number) => void,
  printer: LatePrinter | null,
): Promise<RawPose> {
  const pose = await engine.estimate(probe, {
    fromS: options.fromS ?? undefined,
    toS: options.toS ?? undefined,
    signal: options.signal,
    onProgress: (done) => {
      onProgress(done);
      if (done > START_BROWSER_AT) printer?.get();
    },
  });
  return { ...pose, flags: [...pose.flags, ...filmFlags(probe, options.analysis.slowMotion)] };
}

/**
 * A film with one whole stride has a result, even when that is too little for a single number: its contacts can be looked at.
 * @throws GaitError `too-little-gait` when not one stride was found
 */
function measure(pose: RawPose, options: AnalyzeOptions): TrialResult {
  const result = analyze(pose, options);
  if (result.strides.length > 0) return result;
  const why = result.quality.find((q) => q.severity === 'stop') ?? result.quality.find((q) => q.severity === 'caution');
  const advice = why?.message ?? 'Film at least 10 strides of each leg, the whole body in the picture.';
  throw new GaitError('too-little-gait', `There is too little walking or running in this film to measure. ${advice}`);
}

function provenance(probe: VideoProbe, sha256: string, engine: PoseEngine, pose: RawPose, options: AnalyzeOptions) {
  return {
    video: { ...probe, file: path.basename(probe.file), sha256, slowMotion: options.slowMotion },
    pose: { ...engine.provenance, framesSeen: framesSeen(pose) },
    app: { version: AppVersion.app, analysisVersion: AppVersion.analysis },
  };
}

/** The day of measuring as people write it. */
function today(): string {
  return new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
