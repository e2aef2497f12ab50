// Claims that a result does not depend on how the film was shot: mirrored, shifted, scaled, started later, slower, fewer frames.

import { analyze } from '../../core/analyze.ts';
import type { AnalyzeOptions, ParameterId, RawPose, Side, TrialResult } from '../../core/types.ts';
import { value } from '../support/analysed.ts';
import { exchanged, framesOf, mirrored, retimed, scaled, shifted } from '../support/changedPose.ts';
import { estimatedPose } from '../support/estimatedPose.ts';
import { loadTruth } from '../support/rendered.ts';
import { atMost, type Claim, type Section, worst } from './claims.ts';

const CLIP = 'demo_before_left60';

/** The network's landmarks on a film of 12 s, changed in every way that must not matter. */
export async function invariances(): Promise<Section> {
  const pose = await estimatedPose(CLIP);
  const options = { speedMs: loadTruth(CLIP).speed_mps, inclinePct: 0 };
  const result = analyze(pose, options);
  const same = (side: Side | null) => side;
  const claim = (what: string, other: RawPose, sideOf = same, extra: Partial<AnalyzeOptions> = {}) =>
    atMost(what, 0.01, largestChange(result, analyze(other, { ...options, ...extra }), sideOf), {
      unit: ' standard errors',
      digits: 4,
    });
  return {
    title: 'The same runner, filmed differently',
    about: `The network's landmarks on ${CLIP}, changed in ways that must not matter. Largest change of any variable, in its own standard errors.`,
    claims: [
      claim('mirrored, so that the runner faces the other way and the legs change names', mirrored(pose), otherSide),
      claim('left and right exchanged by whoever named them', exchanged(pose), otherSide),
      claim('shifted', shifted(pose, 37, -20)),
      claim('half as large again', scaled(pose, 1.5)),
      claim('clock started 20 minutes later', retimed(pose, 1, 1234.5)),
      claim('stored eight times slower, factor given', retimed(pose, 8), same, { slowMotion: 8 }),
      ...halfTheFrames(
        result,
        analyze(
          framesOf(pose, (frame) => frame % 2 === 0),
          options,
        ),
      ),
    ],
  };
}

function otherSide(side: Side | null): Side | null {
  if (side === null) return null;
  return side === 'left' ? 'right' : 'left';
}

/** In standard errors; NaN when a variable is measured in one and not in the other. */
function largestChange(result: TrialResult, other: TrialResult, sideOf: (side: Side | null) => Side | null): number {
  return worst(
    result.parameters.flatMap((p) => {
      const q = other.parameters.find((one) => one.id === p.id && one.side === sideOf(p.side));
      if (p.value === null && q?.value === null) return [];
      return [Math.abs((q?.value ?? Number.NaN) - (p.value ?? Number.NaN)) / p.sigma!];
    }),
  );
}

/** 30 fps out of 60: other frames, so other noise. */
function halfTheFrames(result: TrialResult, other: TrialResult): Claim[] {
  const change = (id: ParameterId) =>
    worst((['left', 'right'] as const).map((side) => Math.abs(value(other, id, side) - value(result, id, side))));
  const cadence = Math.abs(value(other, 'cadence') - value(result, 'cadence'));
  return [
    atMost('every second frame: cadence', 0.3, cadence, { unit: ' steps/min', digits: 2 }),
    atMost('every second frame: contact time', 15, 1000 * change('contactTime'), { unit: ' ms' }),
    atMost('every second frame: peak knee flexion', 2.5, change('kneeFlexionPeakSwing'), { unit: '°' }),
  ];
}
