// How our pose network errs, so that figures drawn from formulas can be tried as it would draw them.
//
// Measured on the four films of the demo client and the walking film, whose truth is known, leg by leg (60 pictures a second):
// - a heel above the toes is drawn at 0.71–0.76 of its height (0.67–0.82 in stance), and feet at 0.82 of their length;
// - what is left of that height scatters by 7–11 mm in running and 10–19 mm in walking, of which half is gone within 50 ms;
// - from picture to picture a point of a leg scatters by 3–8 mm; slower than that by another 6–10 mm, gone within 0.1–0.2 s;
// - heel and ankle err together (correlation 0.7–0.9), and so do both hips (0.4–0.6); points lie off their places by up to 20 mm throughout;
// - left and right are exchanged in 1–5 % of the pictures, one or two at a time, sometimes for some tenths of a second.
// That points drift over seconds cannot be seen in a gait, where everything repeats: the same size again is taken for it.

import { LANDMARK, LEG_LANDMARKS } from '../../core/landmarks.ts';
import { SIDES, type Side } from '../../core/types.ts';
import { seeded, seededNormal } from './mocap.ts';

/** In the picture, m: across and up. */
export type Drawn = readonly [number, number];

const FOOT_SHARE = 0.82;
const LIFT_SHARE = { mean: 0.74, sd: 0.04 };
/** Of the heel's error of height the ankle has this share. */
const ANKLE_WITH_HEEL = 0.4;
const WHITE_M = 0.005;
const QUICK = { m: 0.008, seconds: 0.08 };
const DRIFT = { m: 0.008, seconds: 2 };
const OFFSET_M = 0.012;
/** Of the far leg. */
const FAR_FACTOR = 1.3;
/** Exchanges begin so often a second, and last so long on average. */
const EXCHANGE = { perSecond: 0.6, seconds: 0.06 };

const FEET_AND_LEGS = SIDES.flatMap((side) => Object.values(LEG_LANDMARKS[side]));
const BODY = [LANDMARK.nose, LANDMARK.leftShoulder, LANDMARK.rightShoulder];

/**
 * One film's errors, frame after frame.
 * @param far the leg on the far side of the camera; null from the front and behind
 * @returns draws the next frame's true points
 */
export function networkErrors(
  rateHz: number,
  seed: number,
  far: Side | null,
): (real: ReadonlyMap<number, Drawn>) => ReadonlyMap<number, Drawn> {
  const normal = seededNormal(seed + 77);
  const random = seeded(seed + 78);
  const lift = LIFT_SHARE.mean + LIFT_SHARE.sd * normal();
  const wandering = (size: typeof QUICK) => {
    const kept = Math.exp(-1 / (size.seconds * rateHz));
    let at = normal() * size.m;
    return () => {
      at = kept * at + Math.sqrt(1 - kept ** 2) * normal() * size.m;
      return at;
    };
  };
  const axis = () => {
    const [quick, drift, offset] = [wandering(QUICK), wandering(DRIFT), normal() * OFFSET_M];
    return () => quick() + drift() + offset + normal() * WHITE_M;
  };
  const errors = new Map([...FEET_AND_LEGS, ...BODY].map((landmark) => [landmark, [axis(), axis()] as const]));
  const ofFoot = new Map(SIDES.map((side) => [side, wandering(QUICK)]));
  let exchangedFrames = 0;
  return (real) => {
    const drawn = new Map(real);
    for (const side of far === null ? [] : SIDES) flatten(drawn, side, lift);
    for (const side of SIDES) {
      const [own, { ankle, heel }] = [ofFoot.get(side)!(), LEG_LANDMARKS[side]];
      for (const landmark of [ankle, heel]) drawn.set(landmark, plus(drawn.get(landmark)!, [0, own]));
    }
    for (const [landmark, [across, up]] of errors) {
      const isFar = far !== null && Object.values(LEG_LANDMARKS[far]).includes(landmark as never);
      const by = isFar ? FAR_FACTOR : 1;
      drawn.set(landmark, plus(drawn.get(landmark)!, [by * across(), by * up()]));
    }
    if (exchangedFrames <= 0 && far !== null && random() < EXCHANGE.perSecond / rateHz)
      exchangedFrames = Math.ceil(-Math.log(1 - random()) * EXCHANGE.seconds * rateHz);
    if (exchangedFrames-- > 0) exchangeLegs(drawn);
    return drawn;
  };
}

function plus([u, v]: Drawn, [du, dv]: Drawn): Drawn {
  return [u + du, v + dv];
}

/** A foot that points down is drawn too flat, and too short. */
function flatten(drawn: Map<number, Drawn>, side: Side, lift: number): void {
  const { ankle, heel, toe } = LEG_LANDMARKS[side];
  const [from, to] = [drawn.get(toe)!, drawn.get(heel)!];
  const lower = (lift - 1) * (to[1] - from[1]);
  drawn.set(heel, [from[0] + FOOT_SHARE * (to[0] - from[0]), to[1] + lower]);
  drawn.set(ankle, plus(drawn.get(ankle)!, [0, ANKLE_WITH_HEEL * lower]));
}

function exchangeLegs(drawn: Map<number, Drawn>): void {
  const { left, right } = LEG_LANDMARKS;
  for (const part of ['knee', 'ankle', 'heel', 'toe'] as const) {
    const [own, other] = [drawn.get(left[part])!, drawn.get(right[part])!];
    drawn.set(left[part], other);
    drawn.set(right[part], own);
  }
}
