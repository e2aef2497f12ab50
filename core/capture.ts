// What a result says of how it was filmed.

import type { ChosenView } from './angles/chooseView.ts';
import type { Camera } from './angles/findCamera.ts';
import type { Scale } from './parameters/scale.ts';
import type { AnalyzeOptions, Capture } from './types.ts';

/** Gather what was typed, seen and estimated. */
export function captureOf(
  settings: AnalyzeOptions,
  seen: Pick<ChosenView, 'view' | 'facing'>,
  camera: Camera,
  scale: Pick<Scale, 'metresPerPixel' | 'source'>,
  footReference: Capture['footReference'],
): Capture {
  return {
    view: seen.view,
    facing: seen.facing,
    speedMs: settings.speedMs,
    inclinePct: settings.inclinePct,
    heightM: settings.heightM,
    massKg: settings.massKg,
    metresPerPixel: scale.metresPerPixel,
    scaleSource: scale.source,
    yawDeg: camera.yawDeg,
    rollDeg: camera.rollDeg,
    footReference,
  };
}
