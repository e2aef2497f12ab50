// The detector's raw numbers become people; no network needed.
import { describe, expect, it } from 'vitest';
import { detectorAnchors } from '../../../electron/pose/anchors.ts';
import { decodePeople, letterbox } from '../../../electron/pose/detectPeople.ts';
import { regionFromBody } from '../../../electron/pose/region.ts';

const ANCHORS = 2254;

/** Raw output with one person on one anchor: mid-hip at (hipX, hipY), body end straight above. */
function rawOutput(people: { anchor: number; hipX: number; hipY: number; endY: number; logit: number }[]) {
  const anchors = detectorAnchors();
  const boxes = new Float32Array(ANCHORS * 12);
  const scores = new Float32Array(ANCHORS).fill(-20);
  for (const p of people) {
    const ax = anchors.x[p.anchor] * 224;
    const ay = anchors.y[p.anchor] * 224;
    boxes.set(
      [p.hipX - ax, p.endY + 10 - ay, 40, 40, p.hipX - ax, p.hipY - ay, p.hipX - ax, p.endY - ay],
      p.anchor * 12,
    );
    scores[p.anchor] = p.logit;
  }
  return { boxes, scores };
}

describe('the detector output', () => {
  it('has 2254 anchors, all inside the picture', () => {
    const { x, y } = detectorAnchors();
    expect([x.length, y.length]).toEqual([ANCHORS, ANCHORS]);
    expect(Math.min(...x, ...y)).toBeGreaterThan(0);
    expect(Math.max(...x, ...y)).toBeLessThan(1);
  });

  it('nobody in view gives an empty list', () => {
    const { boxes, scores } = rawOutput([]);
    expect(decodePeople(boxes, scores, letterbox(640, 360))).toEqual([]);
  });

  it('a person comes back in pixels of the frame, through the letterbox', () => {
    // 640 × 360 in 224 × 224: scale 640/224, 49 px of border above and below.
    const { boxes, scores } = rawOutput([{ anchor: 400, hipX: 112, hipY: 112, endY: 70, logit: 5 }]);
    const [person] = decodePeople(boxes, scores, letterbox(640, 360));
    expect(person.region.centreXPx).toBeCloseTo(320, 3);
    expect(person.region.centreYPx).toBeCloseTo(180, 3);
    expect(person.region.sidePx).toBeCloseTo(2 * 42 * (640 / 224) * 1.25, 3);
    expect(person.region.rotationRad).toBeCloseTo(0, 6);
  });

  it('overlapping boxes are one person, distant ones are two', () => {
    const raw = rawOutput([
      { anchor: 400, hipX: 60, hipY: 112, endY: 70, logit: 5 },
      { anchor: 402, hipX: 62, hipY: 112, endY: 70, logit: 3 },
      { anchor: 900, hipX: 160, hipY: 112, endY: 70, logit: 2 },
    ]);
    const people = decodePeople(raw.boxes, raw.scores, letterbox(640, 640));
    expect(people).toHaveLength(2);
    expect(people[0].score).toBeGreaterThan(people[1].score);
    expect(people[0].region.centreXPx).toBeGreaterThan((60 * 640) / 224);
  });

  it('a body that leans to the right of the picture turns its region clockwise', () => {
    expect(regionFromBody({ x: 100, y: 100 }, { x: 110, y: 90 }).rotationRad).toBeCloseTo(Math.PI / 4, 9);
  });
});
