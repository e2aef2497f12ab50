// The one contract between what the clinician sees and what the machine does: every call, what goes in, what comes out.
//
// A call is added here and in electron/host/apiSchemas.ts; the web host, Electron's ipc and the renderer's client derive from it.
// Answers are values: errors come back as codes with a sentence, never as exceptions. Series of numbers stay typed arrays.

import type { ClientLine, ClientView, FoundLine, SessionView, TrialView } from './api/views.ts';
import type { GaitErrorCode } from './errors.ts';
import type { CaptureSettings, Client, Clip, Fresh, Injury, Session } from './records/records.ts';
import type { Edit } from './types.ts';

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
  /** PUT, a film's bytes, followed by its name; answers the `file` for `clips.add`. A browser knows no paths. */
  films: '/films/',
  /** Films for playback and pictures, followed by folder and name. */
  files: '/files/',
} as const;

export type JobStage = 'reading' | 'probing' | 'proxy' | 'pose' | 'measuring';

/** One clip's analysis as the screen shows it. */
export interface JobView {
  readonly id: string;
  readonly clipId: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly priority: number;
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

/** What happens without being asked for. */
export type ApiNews =
  | { readonly kind: 'job'; readonly job: JobView }
  /** Something of a clip is new: its film for playback, or its result. */
  | { readonly kind: 'clip'; readonly clipId: string };

/** What the clinician says of a clip. */
export interface ClipFields {
  readonly view?: Clip['view'];
  readonly condition?: Clip['condition'];
  readonly capture?: CaptureSettings;
}

export interface NewClip extends ClipFields {
  readonly sessionId: string;
  /** Absolute path of the film, which is left as it is. */
  readonly file: string;
}

/** Every call: `input` as it is sent, `output` as it is answered. */
export interface ApiCalls {
  /** Which OpenStride this is. */
  'app.about': { input: null; output: { readonly app: string; readonly analysis: string } };
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
  /** Copies a film of this computer into the library, and asks for its analysis. */
  'clips.add': { input: NewClip; output: Clip };
  'clips.change': { input: { readonly id: string; readonly fields: ClipFields }; output: Clip };
  'clips.remove': { input: { readonly id: string }; output: null };
  /** The clip measured with its edits; also says that the clinician looks at it, so that its analysis goes first. */
  'trials.open': { input: { readonly clipId: string }; output: TrialView };
  /** A correction, and what is measured with it. */
  'edits.add': { input: { readonly clipId: string; readonly edit: Edit }; output: TrialView };
  'edits.undo': { input: { readonly clipId: string }; output: TrialView };
  'edits.redo': { input: { readonly clipId: string }; output: TrialView };
  'edits.undoAll': { input: { readonly clipId: string }; output: TrialView };
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
