// The words of the tests: a name, and how they are done in two lines; a part of REHAB_TEXT.

import type { ReturnTestId } from './testCatalogue.ts';

export interface TestWords {
  readonly label: string;
  /** What the person does, and what is written down. */
  readonly protocol: readonly [string, string];
}

const words = (label: string, does: string, noted: string): TestWords => ({ label, protocol: [does, noted] });

/** English. */
export const TEST_TEXT: Readonly<Record<ReturnTestId, TestWords>> = {
  walk30: words(
    'Walking for 30 minutes',
    'Brisk walking on the level for 30 minutes, in running shoes.',
    'Note the highest pain during it, 0–10.',
  ),
  palpation: words(
    'Pain on pressing',
    'Press along the painful place with the thumb, as firmly as on the other side.',
    'Note the pain, 0–10, for each side.',
  ),
  singleLegStance: words(
    'Standing on one leg',
    'Barefoot, hands on the hips, eyes open, the other foot off the floor; at most 60 seconds.',
    'Best of three tries, seconds until the foot moves or the other one touches; pain 0–10.',
  ),
  singleLegSquat: words(
    'Single-leg squat',
    'On one leg, arms in front, down to about 60° of knee bend and up, every 2 seconds.',
    'Count repetitions until the depth or the balance is lost; pain 0–10. Film from the front and from the side.',
  ),
  stepDown: words(
    'Step-down',
    'From a 20 cm step the other heel touches the floor in front and comes back, every 2 seconds.',
    'Count repetitions until the heel takes weight or the balance is lost; pain 0–10.',
  ),
  squatProjectionAngle: words(
    'Knee from the front, single-leg squat',
    'Single-leg squat, filmed level and square from the front or from behind at knee height.',
    'Angle between thigh and shin at the deepest point, inwards +, mean of three; the film measures it.',
  ),
  heelRaise: words(
    'Heel raises on one leg',
    'Knee straight, fingertips on the wall, heel as high as it goes, 60 beats a minute: up on one, down on the next.',
    'Count until the height, the beat or the straight knee is lost; from the floor or the slope, always the same; pain 0–10.',
  ),
  kneeToWall: words(
    'Knee to wall',
    'Heel down, knee forward to touch the wall; move the foot back until the heel just stays down.',
    'Distance from the big toe to the wall in cm, best of three.',
  ),
  calfLoadStraight: words(
    'Loaded calf raise, knee straight',
    'Standing calf raise in a machine on one leg, full height, for the few repetitions agreed on.',
    'Load that is moved, own weight included if it is lifted, divided by body weight.',
  ),
  calfLoadBent: words(
    'Loaded calf raise, knee bent',
    'Seated calf raise in a machine on one leg with the knee at 90°, full height, for the few repetitions agreed on.',
    'Load on the knee divided by body weight.',
  ),
  hopInPlace: words(
    'Hops in place on one leg',
    'Hop on the spot on one leg, off the forefoot, about two hops a second, up to 30.',
    'Count the hops and note pain, 0–10. Film from the side: contact and flight are measured.',
  ),
  hopDistance: words(
    'Hop for distance',
    'One hop forward on one leg; the landing is held for 2 seconds on the same leg.',
    'Toe to heel in cm, mean of two good ones after two for practice.',
  ),
  tripleHop: words(
    'Triple hop',
    'Three hops forward without a stop on one leg; the last landing is held for 2 seconds.',
    'Toe to heel in cm, mean of two good ones after two for practice.',
  ),
  crossoverHop: words(
    'Crossover hop',
    'Three hops forward on one leg, across a 15 cm strip each time; the last landing is held for 2 seconds.',
    'Toe to heel in cm, mean of two good ones after two for practice.',
  ),
  timedHop: words(
    '6 m timed hop',
    'Hop 6 m on one leg as fast as possible.',
    'Seconds to the hundredth from heel off to crossing the line, mean of two after two for practice.',
  ),
  yBalanceAnterior: words(
    'Y-balance, forward',
    'Barefoot on one leg, push the block forward with the other foot, hands on the hips, and come back.',
    'Reach in cm, best of three, noted for the leg that stands.',
  ),
  yBalanceComposite: words(
    'Y-balance, all three directions',
    'As forward, then backward to the inside and to the outside.',
    'Mean of the three best reaches divided by leg length (hip bone to inner ankle), in %, noted for the leg that stands.',
  ),
  kneeExtensionStrength: words(
    'Knee extensor strength',
    'Seated, knee at 90°, dynamometer strapped just above the ankle, push for 5 seconds.',
    'Mean of three, always the same unit and place of the pad; pain 0–10.',
  ),
  kneeFlexionStrength: words(
    'Knee flexor strength',
    'Lying face down, knee at 15°, dynamometer at the heel, pull for 5 seconds.',
    'Mean of three, always the same unit and place of the pad; pain 0–10.',
  ),
  plantarflexionStrength: words(
    'Plantarflexor strength',
    'Seated, knee bent or straight (always the same), forefoot on the fixed dynamometer, push for 5 seconds.',
    'Mean of three, always the same unit and position; pain 0–10.',
  ),
  hipAbductionStrength: words(
    'Hip abductor strength',
    'Lying on the side, upper leg straight and level, dynamometer above the ankle, push up for 5 seconds.',
    'Mean of three, always the same unit and place of the pad; pain 0–10.',
  ),
  straightLegRaise: words(
    'Straight-leg raise',
    'Lying on the back, lift the straight leg by hand until the hip begins to turn.',
    'Angle of the leg against the floor in degrees, best of three; pain 0–10.',
  ),
  hTest: words(
    'H-test',
    'Lying on the back, knee held straight by a brace, fling the leg up as high and fast as dared, three times.',
    'Passed when nothing is felt to be unsure and nothing hurts. Only when every other test is.',
  ),
  kneeFullExtension: words(
    'Knee fully straight',
    'Lying on the back, heel on a block, let the knee sink.',
    'Passed when it is as straight as the other one.',
  ),
  kneeFlexionRange: words(
    'Knee bend',
    'Lying on the back, pull the heel to the seat.',
    'Angle in degrees by goniometer.',
  ),
  kneeEffusion: words(
    'Knee without swelling',
    'Stroke the fluid up on the inside of the knee and down on the outside.',
    'Passed with no wave, or a trace of one.',
  ),
};
