// Whole films, video in and numbers out, held to what is reached today against exact truth. The table is in README.md beside this.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Clip } from '../support/rendered.ts';
import { type JudgedFilm, judgeFilm, LEGS } from './renderedFilm.ts';
import { falseDifferences, fromBehind, missedDifferences } from './renderedFilms.ts';

/** The first look at 3000 frames takes the networks some two minutes on two cores, three when they are shared; then it is kept. */
const LOOKING_MS = 600_000;

const RUNS: readonly Clip[] = [
  'dev01_run_before_right60',
  'dev02_run_after_right60',
  'dev03_run_left120_kneeL',
  'dev06_run_yaw10_30',
  'demo_before_left60',
  'demo_before_right60',
];
const WALK: Clip = 'dev04_walk_right60';

const films = new Map<Clip, JudgedFilm>();
const of = (clip: Clip): JudgedFilm => films.get(clip)!;

beforeAll(async () => {
  for (const clip of [...RUNS, WALK]) films.set(clip, await judgeFilm(clip));
}, LOOKING_MS);

describe.each(RUNS)('%s, a run', (clip) => {
  it('is a run, and every contact and toe-off is found once', () => {
    const { result, contacts, toeOffs } = of(clip);
    expect(result.gait).toBe('run');
    expect([contacts.missed, contacts.extra, toeOffs.missed, toeOffs.extra]).toEqual([0, 0, 0, 0]);
  });

  // The aim is 10 and 15 ms; the rule itself is −13 to +9 ms from the instant at which a rendered sole is locked to the belt.
  it('has its contacts within 13 and its toe-offs within 13 ms', () => {
    expect(of(clip).contacts.maeMs).toBeLessThan(13);
    expect(of(clip).toeOffs.maeMs).toBeLessThan(13);
  });

  // The aims, reached: 2.6 and 3.5° at the worst; the margin is for other processors, whose networks differ in the last digits.
  it('has the near thigh within 3.5° and the near knee within 5°', () => {
    expect(of(clip).angles.near.thigh.rmse).toBeLessThan(3.5);
    expect(of(clip).angles.near.kneeFlexion.rmse).toBeLessThan(5);
  });

  // Aim 3°. A hip drawn 15 mm too far forward on a trunk of 450 mm is 2°.
  it('has the trunk within 3.2°', () => expect(of(clip).trunkLean.rmse).toBeLessThan(3.2));

  // Aims 5 and 4°, not reached: in swing the network draws the toes too high. README.md says why this is not taken out afterwards.
  it('has the near ankle and foot within 10°', () => {
    expect(of(clip).angles.near.ankle.rmse).toBeLessThan(10);
    expect(of(clip).angles.near.foot.rmse).toBeLessThan(10);
  });

  // Partly hidden: 4.5 and 7.0° at the worst.
  it('has the far thigh within 5.5° and the far knee within 8.5°', () => {
    expect(of(clip).angles.far.thigh.rmse).toBeLessThan(5.5);
    expect(of(clip).angles.far.kneeFlexion.rmse).toBeLessThan(8.5);
  });

  // Aim 0. One in two hundred may be a leg drawn half on the other.
  it('has left and right exchanged in next to no frame after the repair', () => {
    const { left, frames } = of(clip).exchanged;
    expect(left / frames).toBeLessThan(0.005);
  });

  it('is measured in nearly every frame', () => {
    for (const leg of LEGS) expect(of(clip).angles[leg].kneeFlexion.seen).toBeGreaterThan(0.97);
  });
});

describe(`${WALK}, a walk of three strides a leg`, () => {
  it('is a walk, and every contact and toe-off is found once', () => {
    const { result, contacts, toeOffs } = of(WALK);
    expect(result.gait).toBe('walk');
    expect([contacts.missed, contacts.extra, toeOffs.missed, toeOffs.extra]).toEqual([0, 0, 0, 0]);
  });

  it('has its contacts within 10 and its toe-offs within 15 ms', () => {
    expect(of(WALK).contacts.maeMs).toBeLessThan(10);
    expect(of(WALK).toeOffs.maeMs).toBeLessThan(15);
  });

  // Aims 4, 5 and 3°; 3.6, 5.0 and 3.1° reached. The legs pass each other slowly and dark on dark, and the network then draws single
  // points on the other leg; how many differs from processor to processor.
  it('has the near thigh within 5°, the near knee within 7°, the trunk within 3.3°', () => {
    expect(of(WALK).angles.near.thigh.rmse).toBeLessThan(5);
    expect(of(WALK).angles.near.kneeFlexion.rmse).toBeLessThan(7);
    expect(of(WALK).trunkLean.rmse).toBeLessThan(3.3);
  });

  it('has left and right exchanged in at most four of 270 frames after the repair', () =>
    expect(of(WALK).exchanged.left).toBeLessThanOrEqual(4));
});

describe('left against right, from video', () => {
  it.each(['demo_before_left60', 'demo_before_right60'] as const)(
    'the hurt right leg is found from either side: bent less in swing, and shorter on the ground (%s)',
    (clip) => expect(missedDifferences(of(clip))).toEqual([]),
  );

  it('the stiff left knee is found', () => expect(missedDifferences(of('dev03_run_left120_kneeL'))).toEqual([]));

  it.each([
    'dev01_run_before_right60',
    'dev02_run_after_right60',
    'dev06_run_yaw10_30',
    'demo_before_left60',
    'demo_before_right60',
  ] as const)('nothing is found that is not there (%s)', (clip) => expect(falseDifferences(of(clip))).toEqual([]));

  it(
    'from behind, the pelvis drops more while the left leg stands',
    async () => {
      const row = (await fromBehind()).asymmetry.find((one) => one.id === 'pelvicDrop');
      expect(row?.verdict).toBe('different');
      // Truth: 10.6° in left stance, 5.2° in right.
      expect(row?.difference).toBeLessThan(-3);
    },
    LOOKING_MS,
  );
});
