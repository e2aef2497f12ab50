// A film from the side, measured: from clean tracks to the result of the trial.

import { LEG_CHANNELS, sagittalChannels } from './angles/channels.ts';
import type { ChosenView } from './angles/chooseView.ts';
import { findCamera } from './angles/findCamera.ts';
import { findFootReference } from './angles/footReference.ts';
import { findQuietStanding } from './angles/quietStanding.ts';
import { captureOf } from './capture.ts';
import { asymmetries } from './compare/asymmetry.ts';
import { findEvents } from './events/findEvents.ts';
import { toSagittal } from './events/toSagittal.ts';
import { LEG_LANDMARKS } from './landmarks.ts';
import { bodySize } from './parameters/bodySize.ts';
import { measureSideView } from './parameters/measureSideView.ts';
import { findScale } from './parameters/scale.ts';
import { findFlags } from './quality/findFlags.ts';
import type { CleanResult } from './signal/cleanPose.ts';
import { median } from './signal/robust.ts';
import { cutStrides, plainStride } from './strides/cutStrides.ts';
import { editEvents, editedLegs } from './strides/editEvents.ts';
import { ensemble } from './strides/ensemble.ts';
import { excludeStrides } from './strides/excludeStrides.ts';
import { strideCurves } from './strides/strideCurves.ts';
import { type AnalyzeOptions, type Edit, type RawPose, SIDES, type TrialResult } from './types.ts';

const FOOT_LANDMARKS = SIDES.flatMap((side) => [LEG_LANDMARKS[side].heel, LEG_LANDMARKS[side].toe]);

/** A film on its way through the measurement. */
export interface Film {
  readonly pose: RawPose;
  readonly settings: AnalyzeOptions;
  readonly edits: readonly Edit[];
  readonly cleaned: CleanResult;
  readonly seen: ChosenView;
}

/** Measure a view from the side: events → edits → camera → strides → angles → curves → parameters → flags. */
export function measureFromSide({ pose, settings, edits, cleaned, seen }: Film): TrialResult {
  const { clean, legs, rateHz } = cleaned;
  const { timeS } = clean;
  const upright = { facing: seen.facing, rollDeg: 0 };
  const asFilmed = toSagittal(clean, upright);
  const raw = toSagittal(cleaned.raw, upright);
  const found = findEvents(asFilmed, { gait: settings.gait, raw, noisePx: footNoisePx(cleaned.noisePx) });
  const events = editEvents(found.events, edits, rateHz);
  const cut = cutStrides(events);
  const size = bodySize(asFilmed);
  const camera = findCamera(clean, asFilmed, cut, size.staturePx, found.beltSlopeDeg, seen.facing, settings);
  const body = toSagittal(clean, { ...upright, rollDeg: camera.rollDeg ?? 0 });
  const foot = findFootReference(body, cut, findQuietStanding(clean));
  const angles = sagittalChannels(body, foot.flatDeg);
  const curves = excludeStrides(strideCurves(timeS, angles, cut), edits);
  const strides = curves.map((one) => one.stride);
  const scale = findScale(settings, found.beltPxPerS, size);
  const capture = captureOf(settings, seen, camera, scale, foot.source);
  const parameters = measureSideView({
    gait: found.gait,
    view: seen.view,
    rateHz,
    body,
    curves,
    scale,
    legPx: size.legPx,
    camera: { yawDeg: camera.yawDeg, rollKnown: camera.rollDeg !== null },
    footReference: foot.source,
    foldedContactS: found.foldedContactS,
    editedLegs: editedLegs(edits),
    seenShare: legs.seenShare,
  });
  const quality = findFlags({
    pose,
    settings,
    rateHz,
    timeS,
    legs,
    capture,
    gait: found.gait,
    strideTimeS: found.strideTimeS,
    strides,
    scale,
    side: { body, legPx: Math.max(size.legPx.left, size.legPx.right) },
  });
  return {
    gait: found.gait,
    capture,
    events,
    strides: strides.map(plainStride),
    parameters,
    curves: ensemble(curves, ['trunkLean', ...LEG_CHANNELS]),
    asymmetry: asymmetries(parameters),
    quality,
    legs,
    clean,
    timeS,
    angles,
  };
}

/** Noise of the landmarks that contacts are read from, px per axis; undefined when no foot was seen. */
function footNoisePx(noisePx: Float64Array): number | undefined {
  const noise = median(FOOT_LANDMARKS.map((landmark) => noisePx[landmark]!));
  return Number.isNaN(noise) ? undefined : noise;
}
