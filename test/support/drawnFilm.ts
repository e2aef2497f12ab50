// A film of the figure that does exercises, drawn as a shaded body: thick limbs, clothes, shoes, a wall and a floor.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { LANDMARK, LEG_LANDMARKS } from '../../core/landmarks.ts';
import type { Side } from '../../core/types.ts';
import { landmarksOf, type Moment, PX_PER_M } from './exerciser.ts';
import { BUNDLED_FFMPEG } from './makeClip.ts';

const WIDTH = 640;
const HEIGHT = 720;
/** The ground is where {@link filmed} puts it. */
const GROUND_PX = 600;

/** Where the floor meets the wall: a line at the foot would be taken for the sole. */
const FLOOR_PX = 470;

type Colour = readonly [number, number, number];
const SKIN: Colour = [214, 164, 134];
const SHIRT: Colour = [60, 110, 160];
const SHORTS: Colour = [40, 42, 52];
const SHOE: Colour = [230, 90, 60];
const SOLE: Colour = [240, 240, 236];
const HAIR: Colour = [70, 46, 32];

type Spot = readonly [number, number];

/** A round limb from one spot to another, as wide as its radii say, px. */
interface Limb {
  readonly from: Spot;
  readonly to: Spot;
  readonly fromPx: number;
  readonly toPx: number;
  readonly colour: Colour;
}

/**
 * Draws a film from the side and writes it as H.264.
 * @param view from which side; the pose of {@link filmed} lies on it, 320 px further left
 */
export async function drawFilm(
  file: string,
  momentAt: (timeS: number) => Moment,
  { view, rateHz, seconds }: { readonly view: Side; readonly rateHz: number; readonly seconds: number },
): Promise<void> {
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${WIDTH}x${HEIGHT}`, '-r', `${rateHz}`, '-i', 'pipe:0'];
  const output = ['-c:v', 'libx264', '-crf', '26', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', file];
  const ffmpeg = spawn(BUNDLED_FFMPEG, ['-nostdin', '-loglevel', 'error', '-y', ...input, ...output], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ground = background();
  for (let i = 0; i <= Math.round(seconds * rateHz); i++) {
    const picture = Buffer.from(ground);
    for (const limb of body(momentAt(i / rateHz), view)) drawLimb(picture, limb);
    if (!ffmpeg.stdin.write(picture)) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = (await once(ffmpeg, 'exit')) as [number];
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}

/** A grey wall with a soft light and a wooden floor. */
function background(): Buffer {
  const picture = Buffer.alloc(3 * WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const light = 1 - 0.25 * Math.hypot((x - WIDTH / 2) / WIDTH, (y - 200) / HEIGHT);
      const grain = 4 * Math.sin(12.9 * x + 78.2 * y) * Math.sin(3.7 * x - 1.3 * y);
      const [r, g, b] = y > FLOOR_PX ? [150, 122, 96] : [188, 190, 186];
      const at = 3 * (y * WIDTH + x);
      picture[at] = r! * light + grain;
      picture[at + 1] = g! * light + grain;
      picture[at + 2] = b! * light + grain;
    }
  return picture;
}

/** From the far side to the near one. */
function body(moment: Moment, view: Side): readonly Limb[] {
  const points = new Map(landmarksOf(moment));
  const facing = view === 'left' ? -1 : 1;
  const spot = ([x, y]: readonly [number, number, number]): Spot => [
    WIDTH / 2 + facing * PX_PER_M * x,
    GROUND_PX - PX_PER_M * y,
  ];
  const at = (landmark: number) => spot(points.get(landmark)!);
  const far: Side = view === 'left' ? 'right' : 'left';
  const shoulder = at(LANDMARK[`${view}Shoulder`]);
  const hip = at(LANDMARK[`${view}Hip`]);
  const nose = at(LANDMARK.nose);
  const ahead = ([x, y]: Spot, dx: number, dy: number): Spot => [x + facing * dx * PX_PER_M, y - dy * PX_PER_M];
  const arm = (shade: number): readonly Limb[] => {
    const [elbow, wrist] = [ahead(shoulder, 0.1, -0.27), ahead(shoulder, 0.33, -0.2)];
    return [
      { from: shoulder, to: elbow, fromPx: 17, toPx: 13, colour: dimmed(SHIRT, 0.9 * shade) },
      { from: elbow, to: wrist, fromPx: 12, toPx: 9, colour: dimmed(SKIN, shade) },
      { from: wrist, to: ahead(wrist, 0.07, 0.02), fromPx: 9, toPx: 7, colour: dimmed(SKIN, shade) },
    ];
  };
  const leg = (side: Side, shade: number): readonly Limb[] => {
    const names = LEG_LANDMARKS[side];
    const [h, k, a, heel, toe] = [names.hip, names.knee, names.ankle, names.heel, names.toe].map(at) as Spot[];
    // Toes stay flat while the heel goes up.
    const tip: Spot = [toe![0] + facing * 15, toe![1] + 1];
    const middle: Spot = [h![0] + 0.55 * (k![0] - h![0]), h![1] + 0.55 * (k![1] - h![1])];
    return [
      { from: h!, to: k!, fromPx: 27, toPx: 18, colour: dimmed(SKIN, shade) },
      { from: h!, to: middle, fromPx: 30, toPx: 26, colour: dimmed(SHORTS, shade) },
      { from: k!, to: a!, fromPx: 18, toPx: 11, colour: dimmed(SKIN, 0.97 * shade) },
      { from: heel!, to: a!, fromPx: 10, toPx: 11, colour: dimmed(SHOE, shade) },
      { from: heel!, to: toe!, fromPx: 11, toPx: 9, colour: dimmed(SHOE, shade) },
      { from: a!, to: toe!, fromPx: 10, toPx: 8, colour: dimmed(SHOE, shade) },
      { from: toe!, to: tip, fromPx: 9, toPx: 6, colour: dimmed(SHOE, shade) },
      { from: [heel![0], heel![1] + 9], to: [toe![0], toe![1] + 8], fromPx: 3, toPx: 3, colour: dimmed(SOLE, shade) },
      { from: [toe![0], toe![1] + 8], to: [tip[0], tip[1] + 5], fromPx: 3, toPx: 3, colour: dimmed(SOLE, shade) },
    ];
  };
  const neck = ahead(shoulder, 0.02, 0.1);
  const head = ahead(nose, -0.09, 0.02);
  return [
    ...arm(0.8),
    ...leg(far, 0.84),
    { from: shoulder, to: hip, fromPx: 36, toPx: 31, colour: SHIRT },
    ...leg(view, 1),
    { from: ahead(shoulder, 0, 0.02), to: neck, fromPx: 18, toPx: 15, colour: SKIN },
    { from: ahead(head, -0.01, 0.02), to: ahead(head, 0.01, -0.04), fromPx: 31, toPx: 26, colour: SKIN },
    { from: ahead(head, -0.03, 0.06), to: ahead(head, -0.05, 0.01), fromPx: 28, toPx: 22, colour: HAIR },
    { from: ahead(head, 0.07, -0.005), to: nose, fromPx: 7, toPx: 5, colour: SKIN },
    { from: ahead(head, 0.065, 0.03), to: ahead(head, 0.07, 0.03), fromPx: 3, toPx: 3, colour: HAIR },
    { from: ahead(head, -0.015, 0.0), to: ahead(head, -0.015, -0.02), fromPx: 6, toPx: 5, colour: dimmed(SKIN, 0.85) },
    ...arm(1),
  ];
}

const dimmed = ([r, g, b]: Colour, by: number): Colour => [r * by, g * by, b * by];

/** Round as a cylinder is: lighter along its upper left. */
function drawLimb(picture: Buffer, { from, to, fromPx, toPx, colour }: Limb): void {
  const reach = Math.max(fromPx, toPx) + 1;
  const [x0, x1] = [Math.floor(Math.min(from[0], to[0]) - reach), Math.ceil(Math.max(from[0], to[0]) + reach)];
  const [y0, y1] = [Math.floor(Math.min(from[1], to[1]) - reach), Math.ceil(Math.max(from[1], to[1]) + reach)];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length2 = Math.max(1e-9, dx * dx + dy * dy);
  for (let y = Math.max(0, y0); y <= Math.min(HEIGHT - 1, y1); y++)
    for (let x = Math.max(0, x0); x <= Math.min(WIDTH - 1, x1); x++) {
      const along = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / length2));
      const [ox, oy] = [x - from[0] - along * dx, y - from[1] - along * dy];
      const radius = fromPx + along * (toPx - fromPx);
      const off = Math.hypot(ox, oy);
      const cover = Math.min(1, Math.max(0, radius + 0.5 - off));
      if (cover === 0) continue;
      const light = 0.82 + 0.28 * Math.sqrt(Math.max(0, 1 - (off / radius) ** 2)) - (0.12 * (ox + oy)) / radius;
      const at = 3 * (y * WIDTH + x);
      for (let c = 0; c < 3; c++)
        picture[at + c] = Math.min(255, (1 - cover) * picture[at + c]! + cover * colour[c]! * light);
    }
}
