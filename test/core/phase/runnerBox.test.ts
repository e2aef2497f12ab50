// Two runners are shown equally large, whole, wherever they ran in their pictures.
import { describe, expect, it } from 'vitest';
import { legLengthPx } from '../../../core/phase/pelvisSkeleton.ts';
import { commonLegPx, runnerBox } from '../../../core/phase/runnerBox.ts';
import { bodyBox } from '../../../core/report/skeletonLines.ts';
import { trial } from '../../support/analysed.ts';

const near = trial('demo_before_left60').result;
const turned = trial('dev06_run_yaw10_30').result;

describe('the box of a runner', () => {
  it('holds the whole body in nearly every frame', () => {
    const box = runnerBox(near.clean)!;
    const frames = [...near.clean.timeS.keys()];
    const inside = frames.filter((frame) => {
      const body = bodyBox(near.clean, frame)!;
      const across = body.left >= box.x && body.right <= box.x + box.width;
      return across && body.top >= box.y && body.bottom <= box.y + box.height;
    });
    expect(inside.length / frames.length).toBeGreaterThan(0.98);
    expect(box.height).toBeLessThan(1.6 * (bodyBox(near.clean, 60)!.bottom - bodyBox(near.clean, 60)!.top));
  });

  it('is none where nobody was seen', () => {
    const blank = near.clean.points.map(({ x, y }) => ({ x: x.map(() => Number.NaN), y: y.map(() => Number.NaN) }));
    expect(runnerBox({ ...near.clean, points: blank })).toBeNull();
  });

  it('of two runners leaves both legs one length on the screen, and both on their stages', () => {
    const stage = { widthPx: 350, heightPx: 600 };
    const runners = [near, turned].map(({ clean }) => ({ box: runnerBox(clean)!, legPx: legLengthPx(clean, 'left') }));
    const onScreen = commonLegPx(runners, stage);
    for (const { box, legPx } of runners) {
      expect((box.width * onScreen) / legPx).toBeLessThanOrEqual(stage.widthPx + 1e-9);
      expect((box.height * onScreen) / legPx).toBeLessThanOrEqual(stage.heightPx + 1e-9);
    }
  });
});
