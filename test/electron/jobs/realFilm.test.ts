// Two films of real people, from public sources; they stay outside the repository.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ANALYZE_DEFAULTS, SIDES } from '../../../core/types.ts';
import { type FilmOutcome, measureFilm } from '../../../electron/jobs/measureFilm.ts';
import { PoseEngine } from '../../../electron/pose/poseEngine.ts';
import { ROOT } from '../../house/sourceFiles.ts';
import { freshFolder } from '../terminal/runOpenstride.ts';

const FILMS = path.join(ROOT, '../shared/data/real');
const RUN = path.join(FILMS, 'treadmill-run-side.mp4');
const WALK = path.join(FILMS, 'walk-side-60fps.mp4');

let engine: PoseEngine;
const room = freshFolder();
beforeAll(async () => {
  engine = await PoseEngine.start({ model: 'heavy', workers: 2 });
});
afterAll(() => {
  engine.close();
  rmSync(room, { recursive: true, force: true });
});

function measure(file: string): Promise<FilmOutcome> {
  return measureFilm(file, engine, {
    outDir: path.join(room, path.basename(file)),
    analysis: ANALYZE_DEFAULTS,
    overlay: false,
    blurFaces: false,
    exports: [],
    report: false,
    force: false,
    fromS: null,
    toS: null,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

describe.skipIf(!existsSync(RUN))('a real treadmill run (skipped where ../shared/data is not there)', () => {
  it('is a run from the left at 168.9 steps/min, with every contact once and believable stance', async () => {
    const { result } = await measure(RUN);
    expect(result.gait).toBe('run');
    expect(result.capture).toMatchObject({ view: 'left', facing: -1 });
    // Counted from pixels without any network: 168.9 ± 0.5.
    const cadence = result.parameters.find((p) => p.id === 'cadence')?.value ?? 0;
    expect(Math.abs(cadence - 168.9)).toBeLessThanOrEqual(1);
    const contacts = result.events.filter((e) => e.kind === 'initial-contact').sort((a, b) => a.timeS - b.timeS);
    expect([33, 34]).toContain(contacts.length);
    const gaps = contacts.slice(1).map((c, i) => c.timeS - contacts[i].timeS);
    // Neither missed nor doubled: every step within a quarter of the mean step of 0.355 s.
    expect(Math.min(...gaps)).toBeGreaterThan(0.27);
    expect(Math.max(...gaps)).toBeLessThan(0.44);
    expect(contacts.every((c, i) => i === 0 || c.side !== contacts[i - 1].side)).toBe(true);
    for (const side of SIDES) {
      const contact = result.parameters.find((p) => p.id === 'contactTime' && p.side === side)?.value ?? 0;
      expect(contact).toBeGreaterThan(0.18);
      expect(contact).toBeLessThan(0.32);
    }
  });
});

describe.skipIf(!existsSync(WALK))('a real walk over ground (skipped where ../shared/data is not there)', () => {
  it('is a walk, with contacts where the feet land', async () => {
    const { result } = await measure(WALK);
    expect(result.gait).toBe('walk');
    const found = result.events.filter((e) => e.kind === 'initial-contact').map((e) => [e.side, e.timeS] as const);
    // Read from the frames: where the heel has stopped moving forward. Within two frames of 17 ms.
    const seen = [
      ['left', 0.553],
      ['right', 1.089],
      ['left', 1.667],
    ] as const;
    for (const [side, timeS] of seen) {
      const nearest = Math.min(...found.filter(([s]) => s === side).map(([, t]) => Math.abs(t - timeS)));
      expect(nearest).toBeLessThan(0.035);
    }
    expect(found.length).toBeLessThanOrEqual(4);
  });
});
