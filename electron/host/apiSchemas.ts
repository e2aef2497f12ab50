// The contract as zod: what a call may be asked and what it may answer, checked in both directions.
import { z } from 'zod';
import type { ApiErrorCode, ApiInput, ApiName, ApiOutput } from '../../core/api.ts';

/** Our ids are UUIDs or short words; a bound keeps nonsense out of queries and paths. */
const id = z.string().regex(/^[\w-]{1,64}$/);
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

type Schemas = {
  readonly [N in ApiName]: { readonly input: z.ZodType<ApiInput<N>>; readonly output: z.ZodType<ApiOutput<N>> };
};

/** One pair per call. Fields that the contract does not name are left out of answers. */
export const SCHEMAS = {
  'app.about': { input: nothing, output: z.object({ app: z.string(), analysis: z.string() }) },
  'jobs.list': { input: nothing, output: z.array(job) },
  'jobs.add': { input: z.object({ clipId: id }), output: job },
  'jobs.cancel': { input: z.object({ jobId: id }), output: nothing },
  'jobs.retry': { input: z.object({ jobId: id }), output: nothing },
  'jobs.lookAt': { input: z.object({ clipId: id }), output: nothing },
} as const satisfies Schemas;
