// What the screens are shown, as zod: answers put together from several records.
import { z } from 'zod';
import { EXPORT_KINDS, type ExportAsk, type ExportView, TABLE_FORMATS } from '../../core/api/exports.ts';
import type { FilmView } from '../../core/api/filmView.ts';
import type { ReportAsk, ReportPreview } from '../../core/api/reports.ts';
import type { SheetAsk, SheetPreview } from '../../core/api/sheets.ts';
import type {
  ClientLine,
  LibraryStatus,
  PoseView,
  ReportView,
  ResultView,
  StoredResult,
  TrendClip,
  TrialView,
  WrittenFile,
} from '../../core/api/views.ts';
import type { AboutApp, ApiErrorCode, ImportView, JobView } from '../../core/api.ts';
import type { ExerciseResult } from '../../core/exercises/exerciseTypes.ts';
import { REPORT_KINDS } from '../../core/report/reportKinds.ts';
import { MOST_NOTE_LETTERS, PAPERS, READERS, REPORT_SECTIONS } from '../../core/report/reportSetup.ts';
import { REPORT_TEXT } from '../../core/report/reportText.ts';
import type {
  AnalyzeOptions,
  Capture,
  ChannelId,
  Parameter,
  ParameterId,
  QualityFlag,
  RawPose,
  TrialResult,
} from '../../core/types.ts';
import * as record from './recordSchemas.ts';
import { id } from './recordSchemas.ts';

/** Made by our own program a moment ago and up to some megabytes large: that it is one is enough. */
function holding<T>(field: keyof T & string): z.ZodType<T> {
  return z.custom<T>((value) => typeof value === 'object' && value !== null && field in value);
}

const error = z.object({ code: z.custom<ApiErrorCode>((code) => typeof code === 'string'), message: z.string() });

export const about: z.ZodType<AboutApp> = z.object({
  app: z.string(),
  analysis: z.string(),
  host: z.enum(['desktop', 'browser']),
  libraryFolder: z.string(),
  firstStart: z.boolean(),
  cores: z.number(),
});

export const job: z.ZodType<JobView> = z.object({
  id,
  clipId: id,
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  priority: z.number(),
  onlyPlayback: z.boolean(),
  trouble: error.nullable(),
  progress: z
    .object({
      stage: z.enum(['reading', 'probing', 'proxy', 'pose', 'measuring']),
      done: z.number().min(0).max(1),
      secondsLeft: z.number().nonnegative().nullable(),
    })
    .nullable(),
});

export const importing: z.ZodType<ImportView> = z.object({
  id,
  sessionId: id,
  fileName: z.string(),
  state: z.enum(['copying', 'done', 'failed', 'cancelled']),
  done: z.number().min(0).max(1),
  bytes: z.number(),
  trouble: error.nullable(),
  clipId: id.nullable(),
});

export const clientLine: z.ZodType<ClientLine> = z.object({
  client: record.client,
  sessions: z.number(),
  lastSession: z.string().nullable(),
  openInjuries: z.array(z.object(record.injuryMark)),
});

const flags = z.array(holding<QualityFlag>('code'));

export const film: z.ZodType<FilmView> = z.object({
  widthPx: z.number(),
  heightPx: z.number(),
  rateHz: z.number(),
  durationS: z.number(),
  frames: z.number(),
  variableRate: z.boolean(),
  rotated: z.boolean(),
  codec: z.string(),
  slowMotionHint: z.number().nullable(),
  timeS: z.instanceof(Float64Array),
  flags,
  filmPath: z.string(),
  thumbnailPath: z.string(),
  playable: z.boolean(),
  hasThumbnail: z.boolean(),
  missing: z.boolean(),
});

export const exercise: z.ZodType<ExerciseResult | null> = holding<ExerciseResult>('repetitions').nullable();

export const trial: z.ZodType<TrialView> = z.object({
  clip: record.clip,
  pose: z.object({ model: z.string(), modelSha256: z.string(), engine: z.string(), framesSeen: z.number() }).nullable(),
  edits: z.object({ edits: z.array(record.edit), canUndo: z.boolean(), canRedo: z.boolean() }),
  result: holding<TrialResult>('parameters').nullable(),
  exercise,
  film: film.nullable(),
});

export const pose: z.ZodType<PoseView> = z.object({
  poseId: id,
  pose: holding<RawPose>('xPx'),
  options: holding<AnalyzeOptions>('slowMotion'),
});

export const result: z.ZodType<ResultView> = z.object({
  summary: record.resultSummary,
  options: holding<AnalyzeOptions>('slowMotion'),
  edits: z.array(record.edit),
  result: holding<StoredResult>('parameters'),
  isCurrent: z.boolean(),
});

/** Ids of variables; one that is not known finds nothing. */
export const parameterId = z.custom<ParameterId>((name) => typeof name === 'string' && /^[A-Za-z]{1,40}$/.test(name));

export const trend: z.ZodType<TrendClip> = z.object({
  sessionId: id,
  date: z.string(),
  clipId: id,
  fileName: z.string(),
  view: z.enum(['auto', 'left', 'right', 'posterior']),
  condition: z.enum(['fresh', 'tired']).nullable(),
  speedMs: z.number().nullable(),
  gait: z.enum(['run', 'walk', 'mixed', 'standing']),
  edits: z.number(),
  capture: holding<Capture>('view'),
  rateHz: z.number(),
  footwear: z.string(),
  quality: flags,
  parameters: z.array(holding<Parameter>('id')),
});

export const report: z.ZodType<ReportView> = z.object({ report: record.report, content: z.instanceof(Uint8Array) });

const note = z.string().max(MOST_NOTE_LETTERS);

export const reportAsk: z.ZodType<ReportAsk> = z.object({
  kind: z.enum(REPORT_KINDS),
  clipIds: z.array(id).min(1).max(100),
  setup: z.object({
    paper: z.enum(PAPERS),
    reader: z.enum(READERS),
    noteForClient: note,
    noteForColleague: note,
    leftOut: z.array(z.enum(REPORT_SECTIONS)),
  }),
  blurFaces: z.boolean(),
});

const paper = z.enum(PAPERS);

export const sheetAsk: z.ZodType<SheetAsk> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('filming-card'), clientId: id, paper }),
  z.object({ kind: z.literal('walk-run-plan'), clientId: id, injuryId: id.nullable(), paper }),
  z.object({ kind: z.literal('returning'), clientId: id, injuryId: id, paper }),
]);

export const sheetPreview: z.ZodType<SheetPreview> = z.object({
  html: z.string(),
  title: z.string(),
  pages: z.number().int().positive(),
});

export const reportPreview: z.ZodType<ReportPreview> = z.object({
  html: z.string(),
  title: z.string(),
  pages: z.number(),
  sessionId: id,
  resultIds: z.array(id),
  notes: z.array(z.string()),
});

export const libraryStatus: z.ZodType<LibraryStatus> = z.object({
  folder: z.string(),
  bytes: z.number(),
  films: z.number(),
  missing: z.array(z.object({ clipId: id, fileName: z.string(), why: z.enum(['missing', 'changed']) })),
});

export const writtenFile: z.ZodType<WrittenFile> = z.object({
  file: z.string(),
  bytes: z.number(),
  downloadPath: z.string().nullable(),
  withoutFilm: z.array(z.string()),
});

const shown = z.object({
  skeleton: z.boolean().optional(),
  angles: z.boolean().optional(),
  phase: z.boolean().optional(),
});
const pairedFilm = z.object({
  clipId: id,
  side: z.enum(['left', 'right']),
  title: z.string().max(200),
  mirrored: z.boolean(),
});
const pairedCurve = z.object({ clipId: id, side: z.enum(['left', 'right']), name: z.string().max(200) });
const channel = z.enum(Object.keys(REPORT_TEXT.channels) as [ChannelId, ...ChannelId[]]);
const chartFormat = z.enum(['svg', 'png']);

export const exportAsk: z.ZodType<ExportAsk> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), clipId: id, format: z.enum(TABLE_FORMATS) }),
  z.object({ kind: z.literal('film'), clipId: id, show: shown.optional(), blurFaces: z.boolean() }),
  z.object({
    kind: z.literal('frame'),
    clipId: id,
    frame: z.number().int().nonnegative(),
    format: z.enum(['png', 'jpeg']),
    show: shown.optional(),
    blurFaces: z.boolean(),
  }),
  z.object({
    kind: z.literal('chart'),
    clipId: id,
    channel,
    format: chartFormat,
  }),
  z.object({
    kind: z.literal('pair'),
    a: pairedFilm,
    b: pairedFilm,
    speed: z.union([z.literal(1), z.literal(0.5), z.literal(0.25)]),
    skeleton: z.boolean().optional(),
    blurFaces: z.boolean(),
  }),
  z.object({ kind: z.literal('pairChart'), a: pairedCurve, b: pairedCurve, channel, format: chartFormat }),
]);

export const exporting: z.ZodType<ExportView> = z.object({
  id,
  kind: z.enum(EXPORT_KINDS),
  clipId: id,
  name: z.string(),
  state: z.enum(['waiting', 'writing', 'done', 'failed', 'cancelled']),
  done: z.number().min(0).max(1),
  trouble: error.nullable(),
  written: writtenFile.nullable(),
});
