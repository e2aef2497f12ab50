// The library's records as zod; the rules beyond types (dates that exist, pain 0–10) are the library's own.
import { z } from 'zod';
import type { FoundLine } from '../../core/api/views.ts';
import { EXERCISE_IDS } from '../../core/exercises/exerciseTypes.ts';
import { type AppSettings, SPEED_UNITS, THEMES } from '../../core/records/appSettings.ts';
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
  WalkRunDay,
  WalkRunStage,
} from '../../core/records/records.ts';
import { DRAWING_KINDS, INJURY_KINDS, INJURY_STATUS } from '../../core/records/records.ts';
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

/** What a list says of an injury. */
export const injuryMark = {
  region: text,
  side: z.enum(['left', 'right', 'both']).nullable(),
  status: z.enum(INJURY_STATUS),
};

export const freshInjury: z.ZodType<Fresh<Injury>> = z.strictObject(injuryFields());
export const injuryChange: z.ZodType<Partial<Fresh<Injury>>> = z.strictObject(injuryFields()).partial();
export const injury: z.ZodType<Injury> = z.object({ ...kept, ...injuryFields() });

function injuryFields() {
  return {
    clientId: id,
    ...injuryMark,
    kind: z.enum(INJURY_KINDS).optional(),
    onset: z.string().nullable(),
    resolvedOn: z.string().nullable().optional(),
    mechanism: text,
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
    painDuring: number.optional(),
    painAfter: number,
    painNextDay: number.optional(),
    notes: text,
  };
}

export const freshTest: z.ZodType<Fresh<ReturnTest>> = z.strictObject(testFields());
export const testChange: z.ZodType<Partial<Fresh<ReturnTest>>> = z.strictObject(testFields()).partial();
export const test: z.ZodType<ReturnTest> = z.object({ ...kept, ...testFields() });

function testFields() {
  return {
    clientId: id,
    date: z.string(),
    test: text,
    side: z.enum(['left', 'right', 'both']).nullable(),
    value: number,
    unit: text,
    passed: z.boolean().nullable(),
    pain: number,
    trials: z.array(z.number()).max(100).optional(),
    clipId: id.nullable().optional(),
    notes: text,
  };
}

const day: z.ZodType<WalkRunDay> = z.strictObject({
  date: z.string(),
  completed: z.boolean(),
  painBefore: number,
  painDuring: number,
  painAfter: number,
  painNextDay: number,
  limp: z.boolean().nullable(),
  notes: text,
});

export const freshStage: z.ZodType<Fresh<WalkRunStage>> = z.strictObject(stageFields());
export const stageChange: z.ZodType<Partial<Fresh<WalkRunStage>>> = z.strictObject(stageFields()).partial();
export const stage: z.ZodType<WalkRunStage> = z.object({ ...kept, ...stageFields() });

function stageFields() {
  return {
    clientId: id,
    stage: z.number(),
    walkS: z.number(),
    runS: z.number(),
    repeats: z.number(),
    startedOn: z.string().nullable(),
    completedOn: z.string().nullable(),
    painDuring: number,
    painNextDay: number,
    days: z.array(day).max(1000).optional(),
    notes: text,
  };
}

export const freshDrawing: z.ZodType<Fresh<Drawing>> = z.strictObject(drawingFields());
export const drawingChange: z.ZodType<Partial<Fresh<Drawing>>> = z.strictObject(drawingFields()).partial();
export const drawing: z.ZodType<Drawing> = z.object({ ...kept, ...drawingFields() });

function drawingFields() {
  return {
    clipId: id,
    kind: z.enum(DRAWING_KINDS),
    timeS: z.number(),
    points: z.array(z.strictObject({ xPx: z.number(), yPx: z.number() })).max(3),
    text,
    colour: z.string(),
  };
}

export const settings: z.ZodType<AppSettings> = z.object(settingFields());
export const settingsChange: z.ZodType<Partial<AppSettings>> = z.strictObject(settingFields()).partial();

function settingFields() {
  return {
    speedUnit: z.enum(SPEED_UNITS),
    theme: z.enum(THEMES),
    clinicName: z.string(),
    clinicLogo: z.string().nullable(),
    model: z.enum(['heavy', 'full']),
    workers: number,
    textSizePct: z.number(),
  };
}

const reportFields = { sessionId: id, title: text, resultIds: z.array(id).max(1000) };
export const newReport = z.strictObject({ ...reportFields, html: z.string().min(1) });
export const report: z.ZodType<ReportRecord> = z.object({
  ...kept,
  ...reportFields,
  mediaType: z.enum(['application/pdf', 'text/html']),
});

const capture: z.ZodType<CaptureSettings> = z.object({
  gait,
  slowMotion: z.number(),
  speedMs: number,
  inclinePct: number,
  fromS: number,
  toS: number,
});

const exercise = z.enum(EXERCISE_IDS).nullable().optional();

/** What the clinician says of a clip; each may be left out. */
export const clipFields = {
  view: view.optional(),
  condition: z.enum(['fresh', 'tired']).nullable().optional(),
  exercise,
  capture: capture.optional(),
};

export const clip: z.ZodType<Clip> = z.object({
  ...kept,
  sessionId: id,
  videoSha256: z.string(),
  fileName: z.string(),
  view,
  condition: z.enum(['fresh', 'tired']).nullable(),
  exercise,
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
/** Ours: a second of the fastest camera; further away the points are placed anew. */
const MOST_CARRIED = 240;

export const edit: z.ZodType<Edit> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('landmark-moved'),
    frame,
    landmark: z.number().int().min(0).max(32),
    xPx: z.number(),
    yPx: z.number(),
    carryFrames: z.number().int().min(0).max(MOST_CARRIED).optional(),
  }),
  z.strictObject({ kind: z.literal('event-moved'), event, side, timeS, newTimeS: timeS }),
  z.strictObject({ kind: z.literal('event-added'), event, side, timeS }),
  z.strictObject({ kind: z.literal('event-removed'), event, side, timeS }),
  z.strictObject({ kind: z.literal('legs-swapped'), fromFrame: frame, toFrame: frame }),
  z.strictObject({ kind: z.literal('stride-excluded'), side, timeS }),
]);
