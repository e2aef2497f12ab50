// The one contract between what the clinician sees and what the machine does: every call, what goes in, what comes out.
//
// A call is added here and in electron/host/apiSchemas.ts; the web host, Electron's ipc and the renderer's client derive from it.
// Answers are values: errors come back as codes with a sentence, never as exceptions. Series of numbers stay typed arrays.

import type { ExportAsk, ExportView } from './api/exports.ts';
import type { FilmView } from './api/filmView.ts';
import type { ReportAsk, ReportPreview } from './api/reports.ts';
import type { SheetAsk, SheetPreview } from './api/sheets.ts';
import type {
  ClientLine,
  ClientView,
  ClipView,
  FoundLine,
  LibraryStatus,
  PoseView,
  ReportView,
  ResultView,
  SessionView,
  TrendClip,
  TrialView,
  WrittenFile,
} from './api/views.ts';
import type { GaitErrorCode } from './errors.ts';
import type { ExerciseResult } from './exercises/exerciseTypes.ts';
import type { AppSettings } from './records/appSettings.ts';
import type {
  CaptureSettings,
  Client,
  Clip,
  Drawing,
  Fresh,
  Injury,
  ReportRecord,
  ResultSummary,
  ReturnTest,
  Session,
  WalkRunStage,
} from './records/records.ts';
import type { Edit, ParameterId } from './types.ts';

/** Refused before anything was looked at; only the web host and ipc answer these. */
export type ApiRefusalCode =
  | 'no-token'
  | 'foreign-host'
  | 'foreign-origin'
  | 'too-large'
  | 'not-found'
  | 'bad-input'
  | 'app-mistake';

/** Every code that a page can be told; renderer/errorText.ts has a sentence for each. */
export type ApiErrorCode = GaitErrorCode | ApiRefusalCode | 'engine-mistake';

export interface ApiError {
  readonly code: ApiErrorCode;
  readonly message: string;
}

export type ApiAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiError };

/** Where a page finds things on the web host. */
export const API_PATHS = {
  /** `?token=…` lets the browser in. */
  enter: '/enter',
  /** POST, JSON in and out, followed by the name of the call. */
  call: '/api/',
  /** Server-sent events: one {@link ApiNews} each. */
  news: '/news',
  /** PUT, a file's bytes, followed by its name; answers the `file` for imports and restoring. A browser knows no paths. */
  films: '/films/',
  /** Films for playback and pictures, followed by folder and name; what lies in `outgoing/` comes as a download. */
  files: '/files/',
} as const;

export type JobStage = 'reading' | 'probing' | 'proxy' | 'pose' | 'measuring';

/** One clip's analysis as the screen shows it. */
export interface JobView {
  readonly id: string;
  readonly clipId: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly priority: number;
  /** Nothing is measured: only the film for playback and its picture are made. */
  readonly onlyPlayback: boolean;
  /** Null unless failed. */
  readonly trouble: ApiError | null;
  /** Null unless running. */
  readonly progress: {
    readonly stage: JobStage;
    /** 0–1 of the whole, never going back. */
    readonly done: number;
    /** Null while it cannot be told. */
    readonly secondsLeft: number | null;
  } | null;
}

/** A film on its way into the library. */
export interface ImportView {
  readonly id: string;
  readonly sessionId: string;
  readonly fileName: string;
  /** One is copied at a time; those that wait are `copying` with nothing done. */
  readonly state: 'copying' | 'done' | 'failed' | 'cancelled';
  /** 0–1, never going back. */
  readonly done: number;
  /** Size of the film; 0 while it is not known. */
  readonly bytes: number;
  /** Null unless failed. */
  readonly trouble: ApiError | null;
  /** Null unless done. */
  readonly clipId: string | null;
}

/** What happens without being asked for. */
export type ApiNews =
  | { readonly kind: 'job'; readonly job: JobView }
  | { readonly kind: 'import'; readonly import: ImportView }
  | { readonly kind: 'export'; readonly export: ExportView }
  /** Another library is open now, e.g. after a restore: forget everything and ask again. */
  | { readonly kind: 'library' }
  /** Something of a clip is new: its film for playback, or its result. */
  | { readonly kind: 'clip'; readonly clipId: string };

/** What the clinician says of a clip. */
export interface ClipFields {
  readonly view?: Clip['view'];
  readonly condition?: Clip['condition'];
  /** A film of an exercise is counted and measured as one, and takes part in no trend. */
  readonly exercise?: Clip['exercise'];
  readonly capture?: CaptureSettings;
}

/** Which OpenStride answers, and where. */
export interface AboutApp {
  readonly app: string;
  readonly analysis: string;
  /** In a browser a page knows no paths: films go through `API_PATHS.films`, files come back as downloads. */
  readonly host: 'desktop' | 'browser';
  readonly libraryFolder: string;
  /** The library has no client yet. */
  readonly firstStart: boolean;
  /** Processor cores of this computer. */
  readonly cores: number;
}

export interface NewReport extends Pick<ReportRecord, 'sessionId' | 'title' | 'resultIds'> {
  readonly html: string;
}

export interface NewClip extends ClipFields {
  readonly sessionId: string;
  /** Absolute path of the film, which is left as it is. */
  readonly file: string;
}

/** Every call: `input` as it is sent, `output` as it is answered. */
export interface ApiCalls {
  /** Which OpenStride this is, and where it runs. */
  'app.about': { input: null; output: AboutApp };
  'settings.get': { input: null; output: AppSettings };
  /** Fields left out stay; `model` and `workers` hold from the next analysis on. */
  'settings.change': { input: { readonly fields: Partial<AppSettings> }; output: AppSettings };
  /** Adds the demo client with two sessions and four measured clips; one that is there already is answered instead. */
  'demo.add': { input: null; output: Client };
  /** All clients by name. */
  'clients.list': { input: null; output: readonly ClientLine[] };
  /** Every word must be there, beginnings count; the best first. */
  'clients.search': { input: { readonly query: string }; output: readonly FoundLine[] };
  'clients.open': { input: { readonly clientId: string }; output: ClientView };
  'clients.add': { input: Fresh<Client>; output: Client };
  /** Fields left out stay. */
  'clients.change': { input: { readonly id: string; readonly fields: Partial<Fresh<Client>> }; output: Client };
  /** Real deletion: rows, films that nobody else uses, and the space. It cannot be undone. */
  'clients.remove': { input: { readonly id: string }; output: null };
  'injuries.add': { input: Fresh<Injury>; output: Injury };
  'injuries.change': { input: { readonly id: string; readonly fields: Partial<Fresh<Injury>> }; output: Injury };
  'injuries.remove': { input: { readonly id: string }; output: null };
  'sessions.add': { input: Fresh<Session>; output: Session };
  'sessions.change': { input: { readonly id: string; readonly fields: Partial<Fresh<Session>> }; output: Session };
  'sessions.open': { input: { readonly sessionId: string }; output: SessionView };
  'sessions.remove': { input: { readonly id: string }; output: null };
  /** The client's numbers over time, one entry per measured clip, the oldest first. `ids` left out = TREND_IDS. */
  'clients.trends': {
    input: { readonly clientId: string; readonly ids?: readonly ParameterId[] };
    output: readonly TrendClip[];
  };
  /** One client with everything for another OpenStride. `file` null = into the outgoing folder, for a download. */
  'clients.export': {
    input: { readonly clientId: string; readonly file: string | null; readonly passphrase: string };
    output: WrittenFile;
  };
  /** Takes such a client in. Refused as `client-exists` when the library has them. */
  'clients.import': { input: { readonly file: string; readonly passphrase: string }; output: Client };
  /** Copies a film of this computer into the library; then its clip is there and its analysis is asked for. */
  'imports.add': { input: NewClip; output: ImportView };
  /** Every import since the program started. */
  'imports.list': { input: null; output: readonly ImportView[] };
  /** Nothing is left of it. One that is over stays as it is. */
  'imports.cancel': { input: { readonly id: string }; output: null };
  /** A clip with its session and client; nothing is measured for it. */
  'clips.open': { input: { readonly clipId: string }; output: ClipView };
  /** The film of a clip; probed the first time, at once afterwards. */
  'clips.film': { input: { readonly clipId: string }; output: FilmView };
  /** What a clip of an exercise counted; null when it shows gait, and while nobody was looked for in it. */
  'clips.exercise': { input: { readonly clipId: string }; output: ExerciseResult | null };
  'clips.change': { input: { readonly id: string; readonly fields: ClipFields }; output: Clip };
  'clips.remove': { input: { readonly id: string }; output: null };
  /** The clip measured with its edits; also says that the clinician looks at it, so that its analysis goes first. */
  'trials.open': { input: { readonly clipId: string }; output: TrialView };
  /** What the page measures with while a landmark is dragged; `record-missing` while nobody has looked. */
  'trials.pose': { input: { readonly clipId: string }; output: PoseView };
  /** A correction, and what is measured with it. */
  'edits.add': { input: { readonly clipId: string; readonly edit: Edit }; output: TrialView };
  'edits.undo': { input: { readonly clipId: string }; output: TrialView };
  'edits.redo': { input: { readonly clipId: string }; output: TrialView };
  /** Takes back one of those in force, by its place in `EditsView.edits`; redoing brings it back where it was. */
  'edits.remove': { input: { readonly clipId: string; readonly place: number }; output: TrialView };
  'edits.undoAll': { input: { readonly clipId: string }; output: TrialView };
  'drawings.list': { input: { readonly clipId: string }; output: readonly Drawing[] };
  'drawings.add': { input: Fresh<Drawing>; output: Drawing };
  'drawings.change': { input: { readonly id: string; readonly fields: Partial<Fresh<Drawing>> }; output: Drawing };
  'drawings.remove': { input: { readonly id: string }; output: null };
  /** Stored results of a clip, the last first. */
  'results.list': { input: { readonly clipId: string }; output: readonly ResultSummary[] };
  /** A result as it was measured then. */
  'results.open': { input: { readonly resultId: string }; output: ResultView };
  /** Keeps what the clip measures now, with the edits in force; one that is the same is answered instead. */
  'results.keep': { input: { readonly clipId: string }; output: ResultSummary };
  /** Tests of return to function, the oldest first. */
  'tests.list': { input: { readonly clientId: string }; output: readonly ReturnTest[] };
  'tests.add': { input: Fresh<ReturnTest>; output: ReturnTest };
  'tests.change': { input: { readonly id: string; readonly fields: Partial<Fresh<ReturnTest>> }; output: ReturnTest };
  'tests.remove': { input: { readonly id: string }; output: null };
  /** Stages of the walk–run plan, by stage. */
  'stages.list': { input: { readonly clientId: string }; output: readonly WalkRunStage[] };
  'stages.add': { input: Fresh<WalkRunStage>; output: WalkRunStage };
  'stages.change': {
    input: { readonly id: string; readonly fields: Partial<Fresh<WalkRunStage>> };
    output: WalkRunStage;
  };
  'stages.remove': { input: { readonly id: string }; output: null };
  /** Reports of a session as they were handed over, the last first. */
  'reports.list': { input: { readonly sessionId: string }; output: readonly ReportRecord[] };
  /** A report as it would be printed, with pictures from the films; what it rests on is kept among the results. */
  'reports.preview': { input: ReportAsk; output: ReportPreview };
  /** Prints a whole HTML document that needs nothing from elsewhere to PDF (its `@page` gives the size) and keeps it. */
  'reports.add': { input: NewReport; output: ReportRecord };
  'reports.open': { input: { readonly reportId: string }; output: ReportView };
  /** Writes a report's file. `file` null = into the outgoing folder, for a download. */
  'reports.save': { input: { readonly reportId: string; readonly file: string | null }; output: WrittenFile };
  'reports.remove': { input: { readonly id: string }; output: null };
  /** A sheet to print as it will be printed. */
  'sheets.preview': { input: SheetAsk; output: SheetPreview };
  /** Prints a sheet to PDF. `file` null = into the outgoing folder, for a download. */
  'sheets.save': { input: { readonly ask: SheetAsk; readonly file: string | null }; output: WrittenFile };
  /** Sizes only, so that it is quick. */
  'library.status': { input: null; output: LibraryStatus };
  /** Reads every film to see whether it is what was taken in; takes as long as reading the disk. */
  'library.check': { input: null; output: LibraryStatus };
  /** Records and films to one file. `file` null = into the outgoing folder, for a download. */
  'library.backup': { input: { readonly file: string | null }; output: WrittenFile };
  /**
   * Checks a backup and puts it in the place of the library, which is kept beside it. The library is open again when this answers.
   */
  'library.restore': { input: { readonly file: string }; output: { readonly former: string | null } };
  /**
   * Makes one file of a clip or a pair of them; news of kind `export` tell how far it is. `file` null = into the outgoing folder, for a
   * download. Whole or not at all.
   */
  'exports.add': { input: { readonly ask: ExportAsk; readonly file: string | null }; output: ExportView };
  /** Every export since the program started. */
  'exports.list': { input: null; output: readonly ExportView[] };
  /** Nothing is left of it. One that is over stays as it is. */
  'exports.cancel': { input: { readonly id: string }; output: null };
  /** Every job: running, waiting in their order, then those that are over. */
  'jobs.list': { input: null; output: readonly JobView[] };
  /** Asks for a clip to be analysed; one that is under way is answered instead of a second. */
  'jobs.add': { input: { readonly clipId: string }; output: JobView };
  /** Stops a job; what it finished is kept. */
  'jobs.cancel': { input: { readonly jobId: string }; output: null };
  /** A failed or cancelled job goes on from what it had finished. */
  'jobs.retry': { input: { readonly jobId: string }; output: null };
  /** The clinician looks at this clip: it goes before all that wait. */
  'jobs.lookAt': { input: { readonly clipId: string }; output: null };
}

export type ApiName = keyof ApiCalls;
export type ApiInput<N extends ApiName> = ApiCalls[N]['input'];
export type ApiOutput<N extends ApiName> = ApiCalls[N]['output'];

/** What answers the calls, on whichever host. Refusals are thrown there and come back as codes. */
export type ApiHandlers = {
  readonly [N in ApiName]: (input: ApiInput<N>) => ApiOutput<N> | Promise<ApiOutput<N>>;
};
