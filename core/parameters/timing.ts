// Contact, flight, step and stride times of each leg, and the shares of the stride they take.

import { durationS } from '../strides/cutStrides.ts';
import { meanAndSd } from '../strides/ensemble.ts';
import type { Side } from '../types.ts';
import { combine, contactBias, NO_BIAS, times, toeOffBias } from './errorModel.ts';
import type { Measurement } from './grade.ts';
import { depthOf, farCaution, otherSide, stridesOf, type Trial } from './trial.ts';

/** Below this frame rate one toe-off is off by 13–39 ms (measurement.md §1.2) and the folded mean is the better one, Hz. */
const FOLD_BELOW_HZ = 50;

/** A fold less certain than this is no better than the strides: its own bench error is 6–11 ms (§1.3), s. */
const WORST_FOLD_S = 0.015;

/**
 * The folded mean contact time where it is better than the mean of single strides.
 * @returns null at high frame rates, without a fold, and where the clinician edited the events of that leg
 */
function betterContact(trial: Trial, side: Side) {
  const folded = trial.foldedContactS[side];
  if (trial.rateHz >= FOLD_BELOW_HZ || folded === null || trial.editedLegs.has(side)) return null;
  return folded.sigma <= WORST_FOLD_S ? folded : null;
}

/** How much later than the single strides say the toe leaves the belt on average, s; 0 where they are the best there is. */
function toeOffShiftS(trial: Trial, side: Side): number {
  const single = meanAndSd(contactTimes(trial, side)).mean;
  const better = betterContact(trial, side);
  return better === null || single === null ? 0 : better.value - single;
}

/**
 * Times of one leg. Source: measurement.md §4. A step belongs to the leg that lands at its end; flight is what follows this leg's
 * toe-off. Contact is what a force plate calls contact at 50 N (measurement.md §1.2).
 */
export function timing(trial: Trial, side: Side): Measurement[] {
  const strides = stridesOf(trial, side).map((one) => one.stride);
  const shiftS = toeOffShiftS(trial, side);
  const landing = contactBias(depthOf(trial, side), trial.camera, strides.length);
  const otherLanding = contactBias(depthOf(trial, otherSide(side)), trial.camera, strides.length);
  const contact = combine(landing, toeOffBias(depthOf(trial, side), trial.camera, strides.length));
  const contacts = contactTimes(trial, side);
  const meanStrideS = meanAndSd(strides.map(durationS)).mean ?? Number.NaN;
  const caution = farCaution(trial, side);
  const better = betterContact(trial, side);
  const duty = strides.map((stride, i) => (contacts[i]! + shiftS) / durationS(stride));
  const dutyBias = times(contact, 1 / meanStrideS);
  const flights = strides.map((s) => (s.otherContactS ?? Number.NaN) - (s.toeOffS ?? Number.NaN) - shiftS);
  const all: Measurement[] = [
    { id: 'strideTime', side, values: strides.map(durationS), bias: NO_BIAS },
    {
      id: 'stepTime',
      side,
      values: stepTimes(trial, side),
      bias: { shared: 0, own: Math.hypot(landing.own, otherLanding.own) },
    },
    {
      id: 'contactTime',
      side,
      values: contacts,
      better,
      bias: contact,
      caution: caution ?? slowFilm(trial, better !== null),
    },
    {
      id: 'flightTime',
      side,
      values: flights,
      bias: contact,
      impossible: trial.gait === 'walk' ? 'Walking has no flight.' : null,
      caution: caution ?? slowFilm(trial, better !== null),
    },
    { id: 'dutyFactor', side, values: duty, bias: dutyBias, caution: caution ?? slowFilm(trial, better !== null) },
  ];
  if (trial.gait === 'walk') {
    const values = duty.map((share) => 100 * share);
    all.push({ id: 'stancePct', side, values, bias: times(dutyBias, 100), caution });
  }
  return all;
}

/** From contact to toe-off of every stride, s; NaN where the toe-off was not seen. */
function contactTimes(trial: Trial, side: Side): number[] {
  return stridesOf(trial, side).map(({ stride }) => (stride.toeOffS ?? Number.NaN) - stride.startS);
}

/** From the other leg's contact to the contact of this leg that ends the stride, s; NaN where the other was not seen. */
export function stepTimes(trial: Trial, side: Side): number[] {
  return stridesOf(trial, side).map(({ stride }) => stride.endS - (stride.otherContactS ?? Number.NaN));
}

function slowFilm(trial: Trial, isFolded: boolean): string | null {
  if (trial.rateHz >= FOLD_BELOW_HZ || isFolded) return null;
  return `At ${Math.round(trial.rateHz)} frames/s a toe-off is known to ± 15–40 ms; film at 60 or more.`;
}

/** Both times in a stride that two feet are on the belt, as a share of the stride, %. Both legs' strides count. */
export function doubleSupport(trial: Trial): Measurement {
  const values = (['left', 'right'] as const).flatMap((side) => {
    const shiftS = toeOffShiftS(trial, side) + toeOffShiftS(trial, otherSide(side));
    return stridesOf(trial, side).map(({ stride }) => {
      const first = (stride.otherToeOffS ?? Number.NaN) - stride.startS;
      const second = (stride.toeOffS ?? Number.NaN) - (stride.otherContactS ?? Number.NaN);
      return (100 * (first + second + shiftS)) / durationS(stride);
    });
  });
  const strideS = meanAndSd(trial.curves.map((one) => durationS(one.stride))).mean ?? Number.NaN;
  const bias = times(
    combine(contactBias('far', trial.camera, values.length), toeOffBias('far', trial.camera, values.length)),
    (2 * 100) / strideS,
  );
  return { id: 'doubleSupportPct', side: null, values, bias };
}
