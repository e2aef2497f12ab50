// Draws the near leg's joint angles as arcs with numbers, and both legs' numbers in a small table.

import { LANDMARK, LEG_LANDMARKS } from '../../../core/landmarks.ts';
import { formatNumber } from '../../../core/report/formatNumber.ts';
import { midPoint, pointAt } from '../../../core/report/skeletonLines.ts';
import { type ChannelId, SIDES, type Side, type TrialResult } from '../../../core/types.ts';
import { type Canvas, drawArc, drawBox, drawLine, type Point } from './canvas.ts';
import type { ToPicture } from './drawBody.ts';
import { DARK, PALE, SIDE_COLOUR, SIDE_LETTER, WHITE } from './overlayStyle.ts';
import { drawText } from './strokeFont.ts';

interface Joint {
  readonly channel: ChannelId;
  readonly name: string;
  /** Arc radius, px at scale 1. */
  readonly radius: number;
  /** Where the number stands: ahead of the joint or behind it. */
  readonly ahead: boolean;
}

const JOINTS = [
  { channel: 'hipFlexion', name: 'HIP', radius: 34, ahead: false },
  { channel: 'kneeFlexion', name: 'KNEE', radius: 30, ahead: true },
  { channel: 'ankle', name: 'ANKLE', radius: 24, ahead: false },
] as const satisfies readonly Joint[];

type JointOf = (typeof JOINTS)[number];

/** Whether the film has any joint angle to show. */
export function hasJointAngles(result: TrialResult): boolean {
  return JOINTS.some(({ channel }) => result.angles.some((one) => one.id === channel && one.deg.some(Number.isFinite)));
}

/** Arcs and numbers at the near leg's hip, knee and ankle; nothing from behind. */
export function drawJointArcs(
  canvas: Canvas,
  result: TrialResult,
  frame: number,
  scale: number,
  toPicture: ToPicture,
): void {
  const { view, facing } = result.capture;
  if (view === 'posterior') return;
  for (const joint of JOINTS) {
    const deg = angleAt(result, joint.channel, view, frame);
    const arms = armsOf(result, joint, view, frame);
    if (deg === null || arms === null) continue;
    const [at, from, to] = [toPicture(arms.at), toPicture(arms.from), toPicture(arms.to)];
    drawArcBetween(canvas, at, from, to, joint.radius * scale, scale);
    const out = (joint.ahead ? 1 : -1) * (facing ?? 1);
    drawText(canvas, degrees(deg), at.x + out * (joint.radius + 12) * scale, at.y + 6 * scale, {
      heightPx: 15 * scale,
      colour: WHITE,
      align: out > 0 ? 'left' : 'right',
    });
  }
}

/** Corner and the two directions whose opening is the angle: flexion is measured from the straight continuation. */
function armsOf(
  { clean }: TrialResult,
  joint: JointOf,
  side: Side,
  frame: number,
): { readonly at: Point; readonly from: Point; readonly to: Point } | null {
  const leg = LEG_LANDMARKS[side];
  const [hip, knee, ankle, heel, toe] = [leg.hip, leg.knee, leg.ankle, leg.heel, leg.toe].map((landmark) =>
    pointAt(clean, landmark, frame),
  );
  if (joint.channel === 'kneeFlexion')
    return hip && knee && ankle ? { at: knee, from: beyond(hip, knee), to: ankle } : null;
  if (joint.channel === 'ankle') {
    if (!knee || !ankle || !heel || !toe) return null;
    return { at: ankle, from: knee, to: { x: ankle.x + toe.x - heel.x, y: ankle.y + toe.y - heel.y } };
  }
  const shoulders = midPoint(clean, LANDMARK.leftShoulder, LANDMARK.rightShoulder, frame);
  return hip && knee && shoulders ? { at: hip, from: beyond(shoulders, hip), to: knee } : null;
}

const beyond = (from: Point, at: Point): Point => ({ x: 2 * at.x - from.x, y: 2 * at.y - from.y });

function drawArcBetween(canvas: Canvas, at: Point, from: Point, to: Point, radius: number, scale: number): void {
  const direction = (end: Point) => (Math.atan2(end.y - at.y, end.x - at.x) * 180) / Math.PI;
  const start = direction(from);
  const turn = ((((direction(to) - start + 180) % 360) + 360) % 360) - 180;
  const edge = (deg: number): Point => ({
    x: at.x + radius * 1.25 * Math.cos((deg * Math.PI) / 180),
    y: at.y + radius * 1.25 * Math.sin((deg * Math.PI) / 180),
  });
  drawLine(canvas, at, edge(start), 0.8 * scale, WHITE, 0.6);
  drawArc(canvas, at, radius, start, start + turn, 2.6 * scale, DARK, 0.5);
  drawArc(canvas, at, radius, start, start + turn, 1.5 * scale, WHITE);
}

/** The numbers of both legs on this frame, in the upper left corner. */
export function drawAngleTable(canvas: Canvas, result: TrialResult, frame: number, scale: number): void {
  const row = 23 * scale;
  const [left, top] = [14 * scale, 12 * scale];
  const columns: Readonly<Record<Side, number>> = { left: left + 128 * scale, right: left + 196 * scale };
  const height = row * (JOINTS.length + 1) + 14 * scale;
  drawBox(canvas, { x: left - 4 * scale, y: top - 4 * scale, width: 212 * scale, height }, DARK, 0.62);
  const baseline = (line: number) => top + 18 * scale + line * row;
  const style = { heightPx: 13 * scale, edge: false } as const;
  for (const side of SIDES)
    drawText(canvas, SIDE_LETTER[side], columns[side], baseline(0), {
      ...style,
      colour: SIDE_COLOUR[side],
      align: 'right',
    });
  JOINTS.forEach(({ channel, name }, i) => {
    drawText(canvas, name, left + 6 * scale, baseline(i + 1), { ...style, colour: PALE });
    for (const side of SIDES) {
      const deg = angleAt(result, channel, side, frame);
      const words = deg === null ? '-' : degrees(deg);
      drawText(canvas, words, columns[side], baseline(i + 1), { ...style, colour: WHITE, align: 'right' });
    }
  });
}

function angleAt(result: TrialResult, channel: ChannelId, side: Side, frame: number): number | null {
  const deg = result.angles.find((one) => one.id === channel && one.side === side)?.deg[frame];
  return deg === undefined || !Number.isFinite(deg) ? null : deg;
}

const degrees = (deg: number): string => `${formatNumber(deg, 0)}\u00b0`;
