// Claims about the knee and ankle curves of a runner whose three-dimensional angles were published.

import { readFileSync } from 'node:fs';
import { analyze } from '../../core/analyze.ts';
import { SIDES, type Side } from '../../core/types.ts';
import { film, runningMarkers } from '../support/mocap.ts';
import { type AngleError, angleError } from './angleError.ts';
import { atMost, type Section, worst } from './claims.ts';

const FILE = new URL('../../../shared/data/mocap/run-2.5ms-forefoot.angles.csv', import.meta.url);

/** The published curve, 0–100 % of the stride, degrees. */
function published(joint: 'knee' | 'ankle', side: Side): number[] {
  const [head, ...rows] = readFileSync(FILE, 'utf8').trim().split(/\r?\n/);
  const column = head!.split(',').indexOf(`${side === 'left' ? 'L' : 'R'}_${joint}_published3D`);
  return rows.map((row) => Number(row.split(',')[column]));
}

/** Both joints, both legs, filmed at 60 fps with 5 mm of noise. */
export function publishedCurves(): Section {
  const { pose } = film(runningMarkers(), { rateHz: 60, noiseMm: 5 });
  const { curves } = analyze(pose, { speedMs: 2.5, inclinePct: 0 });
  const error = (id: 'kneeFlexion' | 'ankle', joint: 'knee' | 'ankle', side: Side): AngleError => {
    const curve = curves.find((one) => one.id === id && one.side === side);
    return angleError(curve?.meanDeg.map((deg) => deg ?? Number.NaN) ?? [], published(joint, side));
  };
  const knee = SIDES.map((side) => error('kneeFlexion', 'knee', side));
  const ankle = SIDES.map((side) => error('ankle', 'ankle', side));
  const deg = { unit: '°' };
  return {
    title: 'Angles, against published three-dimensional ones',
    about:
      'The same runner, 60 fps, 5 mm: the mean stride in two dimensions against the published three-dimensional one; the worse leg. The two define the ankle differently, so only its shape is compared.',
    claims: [
      atMost('knee, whole stride', 4, worst(knee.map((one) => one.rmse)), deg),
      atMost('knee, after taking out the mean offset', 3.2, worst(knee.map((one) => one.afterOffset)), deg),
      atMost('ankle, after taking out the mean offset', 2.5, worst(ankle.map((one) => one.afterOffset)), deg),
    ],
  };
}
