// Somebody else in the picture: the runner is measured, and the report is told.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANDMARK_COUNT, LEG_LANDMARKS } from '../../../core/landmarks.ts';
import type { RawPose } from '../../../core/types.ts';
import { PoseEngine } from '../../../electron/pose/poseEngine.ts';
import { probeVideo } from '../../../electron/video/probe.ts';
import { ROOT } from '../../house/sourceFiles.ts';
import { BUNDLED_FFMPEG } from '../../support/makeClip.ts';

const fixture = (name: string) => path.join(ROOT, 'test/fixtures', name);
const room = mkdtempSync(path.join(tmpdir(), 'openstride two '));
const film = path.join(room, 'two people.mp4');
let pose: RawPose;

beforeAll(async () => {
  // A walker at 60 % of the size on the left, cut out of his own film, in front of the runner's background.
  const filter = '[1]crop=400:720:440:0,scale=-2:432[w];[0][w]overlay=20:280';
  const inputs = ['-i', fixture('dev01_run_before_right60.mp4'), '-i', fixture('dev04_walk_right60.mp4')];
  const output = ['-filter_complex', filter, '-t', '1.5', '-c:v', 'libx264', '-crf', '18', film];
  execFileSync(BUNDLED_FFMPEG, ['-v', 'error', '-y', ...inputs, ...output]);
  const engine = await PoseEngine.start({ model: 'full', workers: 2 });
  pose = await engine.estimate(await probeVideo(film));
  engine.close();
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

describe('two people in view', () => {
  it('is said', () => {
    expect(pose.flags.map((f) => f.code)).toContain('second-person');
  });

  it('the larger and more central one is measured throughout', () => {
    const truth = JSON.parse(readFileSync(fixture('dev01_run_before_right60.truth.json'), 'utf8'));
    const { hip } = LEG_LANDMARKS.right;
    for (let frame = 0; frame < pose.timeS.length; frame++) {
      const [x, y] = truth.frames[frame].px.hip_r;
      const at = frame * LANDMARK_COUNT + hip;
      // The walker's hip is some 400 px away; the quick network errs by a few centimetres.
      expect(Math.hypot(pose.xPx[at] - x, pose.yPx[at] - y)).toBeLessThan(60);
    }
  });
});
