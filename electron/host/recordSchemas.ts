// The library's records as zod; the rules beyond types (dates that exist, pain 0–10) are the library's own.
import { z } from 'zod';
import type { FoundLine } from '../../core/api/views.ts';
import type {
  CaptureSettings,
  Client,
  Clip,
  Fresh,
  Injury,
  ResultSummary,
  Session,
} from '../../core/records/records.ts';
import { INJURY_STATUS } from '../../core/records/records.ts';
import { ANALYZE_DEFAULTS, type Edit } from '../../core/types.ts';

/** Our ids are UUIDs; a bound keeps nonsense out of queries and paths. */
export const id = z.string().regex(/^[\w-]{1,64}$/);
const text = z.string().max(100_000);
const number = z.number().nullable();
const kept = { id, createdAt: z.string(), changedAt: z.string() };
const view = z.enum(['auto', 'left', 'right', 'posterior']);
const side = z.enum(['left', 'right']);
const gait = z.enum(['auto', 'run', 'walk']).default(ANALYZE_DEFAULTS.gait);

export const freshClient: z.ZodType<Fresh<Client>> = z.strictObject(clientFields());
export const clientChange: z.ZodType<Partial<Fresh<Client>>> = z.strictObject(clientFields()).partial();
export const client: z.ZodType<Client> = z.object({ ...kept, ...clientFields() });

function clientFields() {
  return {
    code: text,
    name: text,
    birthDate: z.string().nullable(),
    sex: z.enum(['female', 'male', 'other']).nullable(),
    heightM: number,
    massKg: number,
    notes: text,
  };
}

export const freshInjury: z.ZodType<Fresh<Injury>> = z.strictObject(injuryFields());
export const injuryChange: z.ZodType<Partial<Fresh<Injury>>> = z.strictObject(injuryFields()).partial();
export const injury: z.ZodType<Injury> = z.object({ ...kept, ...injuryFields() });

function injuryFields() {
  return {
    clientId: id,
    region: text,
    side: z.enum(['left', 'right', 'both']).nullable(),
    onset: z.string().nullable(),
    mechanism: text,
    status: z.enum(INJURY_STATUS),
    notes: text,
  };
}

export const freshSession: z.ZodType<Fresh<Session>> = z.strictObject(sessionFields());
export const sessionChange: z.ZodType<Partial<Fresh<Session>>> = z.strictObject(sessionFields()).partial();
export const session: z.ZodType<Session> = z.object({ ...kept, ...sessionFields() });

function sessionFields() {
  return {
    clientId: id,
    date: z.string(),
    purpose: text,
    footwear: text,
    speedMs: number,
    inclinePct: number,
    painBefore: number,
    painAfter: number,
    notes: text,
  };
}

const capture: z.ZodType<CaptureSettings> = z.object({
  gait,
  slowMotion: z.number(),
  speedMs: number,
  inclinePct: number,
  fromS: number,
  toS: number,
});

/** What the clinician says of a clip; each may be left out. */
export const clipFields = {
  view: view.optional(),
  condition: z.enum(['fresh', 'tired']).nullable().optional(),
  capture: capture.optional(),
};

export const clip: z.ZodType<Clip> = z.object({
  ...kept,
  sessionId: id,
  videoSha256: z.string(),
  fileName: z.string(),
  view,
  condition: z.enum(['fresh', 'tired']).nullable(),
  capture,
});

export const resultSummary: z.ZodType<ResultSummary> = z.object({
  id,
  clipId: id,
  poseId: id,
  createdAt: z.string(),
  appVersion: z.string(),
  analysisVersion: z.string(),
  gait: z.enum(['run', 'walk', 'mixed', 'standing']),
});

export const found: z.ZodType<FoundLine> = z.object({
  kind: z.enum(['client', 'injury', 'session']),
  id,
  clientId: id,
  excerpt: z.string(),
});

const timeS = z.number();
const frame = z.number().int().nonnegative();
const event = z.enum(['initial-contact', 'toe-off']);

export const edit: z.ZodType<Edit> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('landmark-moved'),
    frame,
    landmark: z.number().int().min(0).max(32),
    xPx: z.number(),
    yPx: z.number(),
  }),
  z.strictObject({ kind: z.literal('event-moved'), event, side, timeS, newTimeS: timeS }),
  z.strictObject({ kind: z.literal('event-added'), event, side, timeS }),
  z.strictObject({ kind: z.literal('event-removed'), event, side, timeS }),
  z.strictObject({ kind: z.literal('legs-swapped'), fromFrame: frame, toFrame: frame }),
  z.strictObject({ kind: z.literal('stride-excluded'), side, timeS }),
]);
