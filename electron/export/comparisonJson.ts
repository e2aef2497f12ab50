// A comparison as the object that is written to `comparison.json`, schema openstride.comparison/1.

import { z } from 'zod';
import { NOTE_EFFECTS } from '../../core/compare/noteEffects.ts';
import type { ComparisonModel } from '../../core/report/comparisonModel.ts';
import type { Parameter } from '../../core/types.ts';

const number = z.number().nullable();
const side = z.enum(['left', 'right']).nullable();
const value = z.object({ value: number, sigma: number, n: z.number().int().nonnegative(), quality: z.string() });
const touched = z.union([z.literal('all'), z.array(z.string())]);
const curve = z.array(number);

/** Checks a parsed comparison.json. Fields may be added; renaming or removing one needs a new number. */
export const COMPARISON_SCHEMA = z.object({
  schema: z.literal('openstride.comparison/1'),
  app: z.object({ version: z.string(), analysisVersion: z.string() }),
  kind: z.enum(['left-right', 'before-after', 'fresh-tired']),
  /** False when nothing may be judged: the notes say why. */
  comparable: z.boolean(),
  notes: z.array(
    z.object({ code: z.string(), blocks: z.boolean(), message: z.string(), refuses: touched, weakens: touched }),
  ),
  films: z.array(
    z.object({
      file: z.string(),
      sha256: z.string(),
      view: z.enum(['left', 'right', 'posterior']),
      speedMs: number,
      inclinePct: number,
      modelSha256: z.string(),
    }),
  ),
  /** Changed first, then within error, then not measurable; within each the clearest first. Stored units. */
  rows: z.array(
    z.object({
      id: z.string(),
      side,
      unit: z.string(),
      first: value,
      second: value,
      /** second − first; null when not judged. */
      difference: number,
      threshold: number,
      verdict: z.enum(['changed', 'within-error', 'not-measurable']),
      refusedBy: z.array(z.string()),
      weakenedBy: z.array(z.string()),
    }),
  ),
  /** Second − first of the mean curves, 101 points from contact to contact, degrees; empty when not judged. */
  curves: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      meanDifferenceDeg: number,
      sameWithinDeg: number,
      differenceDeg: curve,
      marginDeg: curve,
      beyond: z.array(z.object({ fromPct: z.number(), toPct: z.number() })),
    }),
  ),
});

/** `comparison.json` as an object. */
export type ComparisonJson = z.infer<typeof COMPARISON_SCHEMA>;

/** Nine digits are beyond any measurement. */
const DIGITS = 9;

/** @param app the program that compared, which need not be the one that measured */
export function comparisonJson(model: ComparisonModel, app: ComparisonJson['app']): ComparisonJson {
  const { comparison, curves, films, kind } = model;
  const ids = (touches: 'all' | ReadonlySet<string>) => (touches === 'all' ? touches : [...touches]);
  return {
    schema: 'openstride.comparison/1',
    app,
    kind,
    comparable: comparison.comparable,
    notes: comparison.notes.map(({ code, blocks, message }) => ({
      code,
      blocks,
      message,
      refuses: ids(NOTE_EFFECTS[code].refuses),
      weakens: ids(NOTE_EFFECTS[code].weakens),
    })),
    films: films.map(({ result, video, pose }) => ({
      file: video.file,
      sha256: video.sha256,
      view: result.capture.view,
      speedMs: result.capture.speedMs,
      inclinePct: result.capture.inclinePct,
      modelSha256: pose.modelSha256,
    })),
    rows: comparison.rows.map((row) => ({
      id: row.id,
      side: row.side,
      unit: row.unit,
      first: numberOf(row.first),
      second: numberOf(row.second),
      difference: tidy(row.difference),
      threshold: tidy(row.threshold),
      verdict: row.verdict,
      refusedBy: [...row.refusedBy],
      weakenedBy: [...row.weakenedBy],
    })),
    curves: curves.map(({ pair, title, meanDifferenceDeg, beyond }) => ({
      id: pair.panel.id,
      title,
      meanDifferenceDeg: tidy(meanDifferenceDeg),
      sameWithinDeg: tidy(pair.sameWithinDeg),
      differenceDeg: pair.differenceDeg.map(tidy),
      marginDeg: pair.marginDeg.map(tidy),
      beyond: [...beyond],
    })),
  };
}

const numberOf = ({ value: known, sigma, n, quality }: Parameter) => ({
  value: tidy(known),
  sigma: tidy(sigma),
  n,
  quality,
});

function tidy(found: number | null): number | null {
  return found !== null && Number.isFinite(found) ? Number(found.toPrecision(DIGITS)) : null;
}
