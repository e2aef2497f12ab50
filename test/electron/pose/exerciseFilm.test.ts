// Films of a drawn body through the real network: it is found, and what it does is counted, or said to be nobody's.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExerciseId } from '../../../core/exercises/exerciseTypes.ts';
import { measureExercise } from '../../../core/exercises/measureExercise.ts';
import { PoseEngine } from '../../../electron/pose/poseEngine.ts';
import { probeVideo } from '../../../electron/video/probe.ts';
import { drawFilm } from '../../support/drawnFilm.ts';
import { hopHeight, hopped, type Moment, raised, standing, upAndDown } from '../../support/exerciser.ts';

let engine: PoseEngine;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'openstride drawn '));
  engine = await PoseEngine.start({ model: 'heavy', workers: 2 });
});
afterAll(() => {
  engine?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function counted(exercise: ExerciseId, momentAt: (timeS: number) => Moment, seconds: number) {
  const file = path.join(folder, `${exercise}.mp4`);
  await drawFilm(file, momentAt, { view: 'right', rateHz: 30, seconds });
  const pose = await engine.estimate(await probeVideo(file));
  const result = measureExercise(pose, { exercise, slowMotion: 1 });
  const value = (id: string) =>
    result.measures.find((one) => one.id === id && one.leg === 'right')?.value ?? Number.NaN;
  return { result, value };
}

describe('a drawn body in a real film', () => {
  it('raises its right heel twice', async () => {
    const raises = (timeS: number) => raised('right', timeS < 1 ? 0 : 0.5 * upAndDown(((timeS - 1) / 2) % 1));
    const { result, value } = await counted('heelRaise', (t) => (t < 5 ? raises(t) : standing('right')), 5.5);
    expect(result).toMatchObject({ view: 'right', counts: { left: 0, right: 2, both: 0 }, partial: 0, unclear: 0 });
    // The network points a foot too little (heelRaises.ts, HEIGHT_BIAS).
    expect(Math.abs(value('raiseHeight') - 0.5)).toBeLessThan(0.15);
  });

  it('hops four times on its right leg', async () => {
    const [flightS, contactS] = [0.35, 0.25];
    const hops = (timeS: number) => {
      const since = timeS - 1;
      const isHopping = since >= 0 && since < 4 * (flightS + contactS) - contactS;
      return isHopping ? hopped('right', hopHeight(since, flightS, contactS)) : standing('right');
    };
    const { result, value } = await counted('hopInPlace', hops, 4.2);
    expect(result).toMatchObject({ counts: { left: 0, right: 4, both: 0 }, unclear: 0 });
    // Where its feet were drawn in each other's place the flight is left out, and with fewer than two in a row there is no contact.
    const times = [
      [value('hopFlightTime'), flightS],
      [value('hopContactTime'), contactS],
    ] as const;
    for (const [drawn, real] of times)
      expect(Number.isNaN(drawn) || Math.abs(drawn - real) < 0.07, `${drawn}`).toBe(true);
  });
});
