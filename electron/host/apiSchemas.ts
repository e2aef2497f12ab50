// The contract as zod: what a call may be asked and what it may answer, checked in both directions.
import { z } from 'zod';
import type { TrialView } from '../../core/api/views.ts';
import type { ApiErrorCode, ApiInput, ApiName, ApiOutput } from '../../core/api.ts';
import type { TrialResult } from '../../core/types.ts';
import * as record from './recordSchemas.ts';
import { id } from './recordSchemas.ts';

const nothing = z.null();

const error = z.object({ code: z.custom<ApiErrorCode>((code) => typeof code === 'string'), message: z.string() });

const job = z.object({
  id,
  clipId: id,
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  priority: z.number(),
  trouble: error.nullable(),
  progress: z
    .object({
      stage: z.enum(['reading', 'probing', 'proxy', 'pose', 'measuring']),
      done: z.number().min(0).max(1),
      secondsLeft: z.number().nonnegative().nullable(),
    })
    .nullable(),
});

/** Made by core a moment ago and some megabytes large: that it is one is enough. */
const result = z.custom<TrialResult>((value) => typeof value === 'object' && value !== null && 'parameters' in value);

const trial: z.ZodType<TrialView> = z.object({
  clip: record.clip,
  pose: z.object({ model: z.string(), modelSha256: z.string(), engine: z.string(), framesSeen: z.number() }).nullable(),
  edits: z.object({ edits: z.array(record.edit), canUndo: z.boolean(), canRedo: z.boolean() }),
  result: result.nullable(),
  filmPath: z.string(),
});
const ofClip = z.object({ clipId: id });
const change = <T>(fields: z.ZodType<T>) => z.object({ id, fields });

type Schemas = {
  readonly [N in ApiName]: { readonly input: z.ZodType<ApiInput<N>>; readonly output: z.ZodType<ApiOutput<N>> };
};

/** One pair per call. Fields that the contract does not name are left out of answers. */
export const SCHEMAS = {
  'app.about': { input: nothing, output: z.object({ app: z.string(), analysis: z.string() }) },
  'clients.list': {
    input: nothing,
    output: z.array(z.object({ client: record.client, sessions: z.number(), lastSession: z.string().nullable() })),
  },
  'clients.search': { input: z.object({ query: z.string().max(1000) }), output: z.array(record.found) },
  'clients.open': {
    input: z.object({ clientId: id }),
    output: z.object({ client: record.client, injuries: z.array(record.injury), sessions: z.array(record.session) }),
  },
  'clients.add': { input: record.freshClient, output: record.client },
  'clients.change': { input: change(record.clientChange), output: record.client },
  'clients.remove': { input: z.object({ id }), output: nothing },
  'injuries.add': { input: record.freshInjury, output: record.injury },
  'injuries.change': { input: change(record.injuryChange), output: record.injury },
  'injuries.remove': { input: z.object({ id }), output: nothing },
  'sessions.add': { input: record.freshSession, output: record.session },
  'sessions.change': { input: change(record.sessionChange), output: record.session },
  'sessions.open': {
    input: z.object({ sessionId: id }),
    output: z.object({
      session: record.session,
      clips: z.array(record.clip),
      results: z.array(record.resultSummary),
    }),
  },
  'sessions.remove': { input: z.object({ id }), output: nothing },
  'clips.add': {
    input: z.strictObject({ sessionId: id, file: z.string().min(1).max(4096), ...record.clipFields }),
    output: record.clip,
  },
  'clips.change': { input: change(z.strictObject(record.clipFields)), output: record.clip },
  'clips.remove': { input: z.object({ id }), output: nothing },
  'trials.open': { input: ofClip, output: trial },
  'edits.add': { input: z.object({ clipId: id, edit: record.edit }), output: trial },
  'edits.undo': { input: ofClip, output: trial },
  'edits.redo': { input: ofClip, output: trial },
  'edits.undoAll': { input: ofClip, output: trial },
  'jobs.list': { input: nothing, output: z.array(job) },
  'jobs.add': { input: z.object({ clipId: id }), output: job },
  'jobs.cancel': { input: z.object({ jobId: id }), output: nothing },
  'jobs.retry': { input: z.object({ jobId: id }), output: nothing },
  'jobs.lookAt': { input: z.object({ clipId: id }), output: nothing },
} as const satisfies Schemas;
