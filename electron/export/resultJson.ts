// One result as the object that is written to `result.json`: everything but the series, which are in the tables beside it.

import type { z } from 'zod';
import type { AppInfo, PoseInfo, VideoInfo } from '../../core/report/provenance.ts';
import type { TrialResult } from '../../core/types.ts';
import type { RESULT_SCHEMA } from './resultSchema.ts';

/** `result.json` as an object. */
export type ResultJson = z.infer<typeof RESULT_SCHEMA>;

/** Nine digits are beyond any measurement and spare the reader 0.30000000000000004. */
const DIGITS = 9;

/**
 * The result with its provenance, as in the schema openstride.result/1.
 * @returns plain data in a fixed order of fields; a number that is not finite is null
 */
export function resultJson(input: {
  readonly result: TrialResult;
  readonly video: VideoInfo;
  readonly pose: PoseInfo;
  readonly app: AppInfo;
}): ResultJson {
  const { result, video, pose, app } = input;
  return tidy({
    schema: 'openstride.result/1' as const,
    app: { version: app.version, analysisVersion: app.analysisVersion },
    video: videoOf(video),
    capture: { ...result.capture },
    pose: {
      model: pose.model,
      modelSha256: pose.modelSha256,
      engine: pose.engine,
      framesSeen: pose.framesSeen,
    },
    gait: result.gait,
    events: [...result.events],
    parameters: [...result.parameters],
    curves: { percent: Array.from({ length: 101 }, (_, percent) => percent), channels: [...result.curves] },
    asymmetry: [...result.asymmetry],
    quality: [...result.quality],
    strides: [...result.strides],
    legs: result.legs,
  }) as ResultJson;
}

/** Only what the schema names: callers may hand over a whole probe. */
function videoOf(video: VideoInfo): VideoInfo {
  const { file, sha256, widthPx, heightPx, rotationDeg, frames, durationS, rateHz, variableRate, slowMotion } = video;
  const facts = { file, sha256, widthPx, heightPx, rotationDeg, frames, durationS, rateHz, variableRate, slowMotion };
  return video.path === undefined ? facts : { ...facts, path: video.path };
}

function tidy(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null;
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, tidy(field)]));
}
