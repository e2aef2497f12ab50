// The claim that measuring a trial is quick enough to do again at every edit.

import { analyze } from '../../core/analyze.ts';
import { looped } from '../support/analysed.ts';
import { framesOf } from '../support/changedPose.ts';
import { estimatedPose } from '../support/estimatedPose.ts';
import { loadTruth } from '../support/rendered.ts';
import { atMost, type Section } from './claims.ts';

const CLIP = 'demo_before_left60';
const SECONDS = 30;
const RUNS = 25;

/** analyze() on 30 s at 60 fps. The fastest run counts: anything slower was waiting for somebody else. */
export async function speed(): Promise<Section> {
  const truth = loadTruth(CLIP);
  const pose = framesOf(looped(await estimatedPose(CLIP), truth), (frame) => frame < SECONDS * truth.fps);
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    analyze(pose, { speedMs: truth.speed_mps, inclinePct: 0 });
    fastest = Math.min(fastest, performance.now() - began);
  }
  return {
    title: 'Measuring again after an edit',
    about: `analyze() on ${pose.timeS.length} frames (${SECONDS} s at 60 fps), one core, fastest of ${RUNS}. Depends on the machine.`,
    claims: [atMost('time', 40, fastest, { unit: ' ms', kind: 'aim' })],
  };
}
