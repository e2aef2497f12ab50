// The one contract between what the clinician sees and what the machine does: every call, what goes in, what comes out.
//
// A call is added here and in electron/host/apiSchemas.ts; the web host, Electron's ipc and the renderer's client derive from it.
// Answers are values: errors come back as codes with a sentence, never as exceptions. Series of numbers stay typed arrays.

import type { GaitErrorCode } from './errors.ts';

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

/** Every call: `input` as it is sent, `output` as it is answered. */
export interface ApiCalls {
  /** Which OpenStride this is. */
  'app.about': { input: null; output: { readonly app: string; readonly analysis: string } };
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
