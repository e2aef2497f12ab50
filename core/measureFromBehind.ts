// A film from behind, measured: pelvis, trunk and the feet across the line of running.

import { frontalAngles, frontalChannels } from './angles/frontal.ts';
import { plumbLineRoll } from './angles/plumbLine.ts';
import { captureOf } from './capture.ts';
import { asymmetries } from './compare/asymmetry.ts';
import { toSagittal } from './events/toSagittal.ts';
import type { Film } from './measureFromSide.ts';
import { bodySize } from './parameters/bodySize.ts';
import { measureBackView } from './parameters/measureBackView.ts';
import { findScale } from './parameters/scale.ts';
import { findFlags } from './quality/findFlags.ts';
import { contactsFromBehind } from './strides/contactsFromBehind.ts';
import { cutStrides, plainStride } from './strides/cutStrides.ts';
import { editEvents, editedLegs } from './strides/editEvents.ts';
import { ensemble } from './strides/ensemble.ts';
import { excludeStrides } from './strides/excludeStrides.ts';
import { strideCurves } from './strides/strideCurves.ts';
import type { TrialResult } from './types.ts';

const NO_BELT = { left: null, right: null };

/** Measure a view from behind: contacts → edits → strides → camera roll → angles → curves → parameters → flags. */
export function measureFromBehind({ pose, settings, edits, cleaned, seen }: Film): TrialResult {
  const { clean, legs, rateHz } = cleaned;
  const { timeS } = clean;
  const found = contactsFromBehind(clean, rateHz, settings.gait);
  const events = editEvents(found.events, edits, rateHz);
  const cut = cutStrides(events);
  const body = toSagittal(clean, { facing: null, rollDeg: 0 });
  const size = bodySize(body);
  const rollDeg = plumbLineRoll(clean, cut, found.gait === 'walk' ? 'walk' : 'run');
  const frontal = frontalAngles(clean, rollDeg ?? 0);
  const angles = frontalChannels(frontal);
  const curves = excludeStrides(strideCurves(timeS, angles, cut), edits);
  const strides = curves.map((one) => one.stride);
  const scale = findScale(settings, NO_BELT, size);
  const capture = captureOf(settings, seen, { yawDeg: null, rollDeg }, scale, 'none');
  const trial = {
    gait: found.gait,
    view: seen.view,
    rateHz,
    body,
    curves,
    scale,
    legPx: size.legPx,
    camera: { yawDeg: null, rollKnown: rollDeg !== null },
    footReference: capture.footReference,
    foldedContactS: { left: null, right: null },
    editedLegs: editedLegs(edits),
    seenShare: legs.seenShare,
  };
  const parameters = measureBackView(trial, { clean, angles: frontal, staturePx: size.staturePx });
  const quality = findFlags({
    pose,
    settings,
    rateHz,
    timeS,
    legs,
    capture,
    gait: found.gait,
    strideTimeS: null,
    strides,
    scale,
    side: null,
  });
  return {
    gait: found.gait,
    capture,
    events,
    strides: strides.map(plainStride),
    parameters,
    curves: ensemble(curves, ['pelvicObliquity']),
    asymmetry: asymmetries(parameters),
    quality,
    legs,
    clean,
    timeS,
    angles,
  };
}
