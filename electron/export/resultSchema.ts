// What `result.json` must look like, schema openstride.result/1. Fields may be added; renaming or removing one needs a new number.

import { z } from 'zod';

const side = z.enum(['left', 'right']);
const unit = z.enum(['s', 'deg', 'm', 'm/s', 'steps/min', '%', '1']);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const seconds = z.number().nonnegative();
const percents = z.array(z.number().nullable()).length(101);
const frame = z.number().int().nonnegative();

const parameter = z
  .object({
    id: z.string(),
    side: side.nullable(),
    unit,
    value: z.number().nullable(),
    sd: z.number().nonnegative().nullable(),
    n: z.number().int().nonnegative(),
    sigma: z.number().nonnegative().nullable(),
    sigmaRepeat: z.number().nonnegative().nullable().optional(),
    quality: z.enum(['good', 'caution', 'not-measurable']),
    reason: z.string().min(1).nullable(),
    label: z.enum(['rearfoot', 'midfoot', 'forefoot', 'uncertain']).optional(),
    shares: z.record(z.enum(['rearfoot', 'midfoot', 'forefoot', 'uncertain']), z.number().min(0).max(1)).optional(),
  })
  .refine(
    (p) => (p.quality === 'not-measurable') === (p.value === null),
    'a value is missing if and only if not measurable',
  );

const asymmetry = z.object({
  id: z.string(),
  left: z.number().nullable(),
  right: z.number().nullable(),
  difference: z.number().nullable(),
  unit,
  threshold: z.number().nullable(),
  verdict: z.enum(['different', 'within-error', 'not-measurable']),
});

const curve = z.object({
  id: z.string(),
  side,
  n: z.number().int().nonnegative(),
  meanDeg: percents,
  sdDeg: percents,
  toeOffPct: z.number().min(0).max(100).nullable(),
});

/** Checks a parsed result.json; the documented fields must be there, others may. */
export const RESULT_SCHEMA = z.object({
  schema: z.literal('openstride.result/1'),
  app: z.object({ version: z.string(), analysisVersion: z.string() }),
  video: z.object({
    file: z.string(),
    sha256,
    widthPx: z.number().int().positive(),
    heightPx: z.number().int().positive(),
    rotationDeg: z.number(),
    frames: z.number().int().positive(),
    durationS: z.number().positive(),
    rateHz: z.number().positive(),
    variableRate: z.boolean(),
    slowMotion: z.number().positive(),
    path: z.string().optional(),
  }),
  capture: z.object({
    view: z.enum(['left', 'right', 'posterior']),
    facing: z.union([z.literal(1), z.literal(-1)]).nullable(),
    speedMs: z.number().nullable(),
    inclinePct: z.number().nullable(),
    heightM: z.number().nullable(),
    massKg: z.number().nullable(),
    metresPerPixel: z.number().positive().nullable(),
    scaleSource: z.enum(['belt', 'height', 'none']),
    yawDeg: z.number().nullable(),
    rollDeg: z.number().nullable(),
    footReference: z.enum(['standing', 'mid-stance', 'none']),
  }),
  pose: z.object({ model: z.string(), modelSha256: sha256, engine: z.string(), framesSeen: frame }),
  gait: z.enum(['run', 'walk', 'mixed', 'standing']),
  events: z.array(
    z.object({
      kind: z.enum(['initial-contact', 'toe-off']),
      side,
      timeS: z.number(),
      sigmaS: seconds,
      source: z.enum(['detected', 'edited']),
    }),
  ),
  strides: z.array(
    z.object({
      side,
      startS: z.number(),
      toeOffS: z.number().nullable(),
      endS: z.number(),
      excluded: z.string().min(1).nullable(),
    }),
  ),
  parameters: z.array(parameter),
  curves: z.object({ percent: z.array(z.number()).length(101), channels: z.array(curve) }),
  asymmetry: z.array(asymmetry),
  quality: z.array(
    z.object({ code: z.string(), severity: z.enum(['info', 'caution', 'stop']), message: z.string().min(1) }),
  ),
  legs: z.object({
    seenShare: z.object({ left: z.number().min(0).max(1), right: z.number().min(0).max(1) }),
    repaired: z.array(z.object({ fromFrame: frame, toFrame: frame })),
    collapsedFrames: frame,
  }),
});
