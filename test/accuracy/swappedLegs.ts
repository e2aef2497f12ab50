// Claims about putting left and right legs back where a network exchanged them.

import { cleanPose } from '../../core/signal/cleanPose.ts';
import { exchangedFrames } from '../support/exchangedFrames.ts';
import { film, runningMarkers, walkingMarkers } from '../support/mocap.ts';
import { atMost, type Section, worst } from './claims.ts';

const SEEDS = [1, 2, 3];

/** 30 % of the frames exchanged in bursts, 5 % with both legs on one. */
export function swappedLegs(): Section {
  const residualPct = (recording: ReturnType<typeof runningMarkers>, rateHz: number): number =>
    worst(
      SEEDS.map((seed) => {
        const filmed = film(recording, { rateHz, seed, noiseMm: 10, swapShare: 0.3, collapseShare: 0.05 });
        const { raw } = cleanPose(filmed.pose, { slowMotion: 1, gait: 'auto' });
        return (100 * exchangedFrames(raw, filmed.truth)) / filmed.truth.timeS.length;
      }),
    );
  const claim = (name: string, recording: ReturnType<typeof runningMarkers>, rateHz: number) =>
    atMost(`${name}, ${rateHz} fps, wrong frames left`, 0.5, residualPct(recording, rateHz), { unit: ' %', digits: 2 });
  return {
    title: 'Exchanged legs',
    about:
      'Marker data with 10 mm of noise, 30 % of the frames with left and right exchanged in bursts of 1–6, 5 % with both legs drawn on one. Worst of three draws.',
    claims: [30, 60, 120].flatMap((rateHz) => [
      claim('running', runningMarkers(), rateHz),
      claim('walking', walkingMarkers(), rateHz),
    ]),
  };
}
