// Draws the near leg's joint angles on one frame as arcs with their numbers.
import { LANDMARK, LEG_LANDMARKS } from '../../core/landmarks.ts';
import { formatNumber } from '../../core/report/formatNumber.ts';
import { midPoint, type PicturePoint, pointAt } from '../../core/report/skeletonLines.ts';
import type { ChannelId, Side, TrialResult } from '../../core/types.ts';
import { type PictureFrame, type StagePoint, toStage } from '../player/pictureFrame.ts';
import { DARK, drawingScale, FONT, WHITE } from './overlayStyle.ts';

interface Joint {
  readonly channel: ChannelId;
  /** Arc radius, CSS px at scale 1. */
  readonly radius: number;
  /** Where the number stands: ahead of the joint or behind it. */
  readonly ahead: boolean;
}

const JOINTS: readonly Joint[] = [
  { channel: 'hipFlexion', radius: 30, ahead: false },
  { channel: 'kneeFlexion', radius: 27, ahead: true },
  { channel: 'ankle', radius: 22, ahead: false },
];

/** Arcs and numbers at the near leg's hip, knee and ankle; nothing from behind. @param letters size of the numbers, 1 = as usual */
export function drawAngles(
  pen: CanvasRenderingContext2D,
  picture: PictureFrame,
  result: TrialResult,
  frame: number,
  letters: number,
): void {
  const { view, facing } = result.capture;
  if (view === 'posterior') return;
  const scale = drawingScale(picture.source.heightPx * picture.scale);
  for (const joint of JOINTS) {
    const deg = result.angles.find(({ id, side }) => id === joint.channel && side === view)?.deg[frame];
    const arms = armsOf(result, joint.channel, view, frame);
    if (deg === undefined || !Number.isFinite(deg) || !arms) continue;
    const [at, from, to] = [arms.at, arms.from, arms.to].map((point) => toStage(picture, point)) as [
      StagePoint,
      StagePoint,
      StagePoint,
    ];
    drawArc(pen, at, from, to, joint.radius * scale, scale);
    const out = (joint.ahead ? 1 : -1) * (facing ?? 1) * (picture.mirrored ? -1 : 1);
    drawNumber(pen, `${formatNumber(deg, 0)}°`, at, out, (joint.radius + 9) * scale, scale * letters);
  }
}

/** Corner and the two directions whose opening is the angle: flexion is measured from the straight continuation. */
function armsOf(
  { clean }: TrialResult,
  channel: ChannelId,
  side: Side,
  frame: number,
): { readonly at: PicturePoint; readonly from: PicturePoint; readonly to: PicturePoint } | null {
  const leg = LEG_LANDMARKS[side];
  const [hip, knee, ankle, heel, toe] = [leg.hip, leg.knee, leg.ankle, leg.heel, leg.toe].map((landmark) =>
    pointAt(clean, landmark, frame),
  );
  if (channel === 'kneeFlexion') return hip && knee && ankle ? { at: knee, from: beyond(hip, knee), to: ankle } : null;
  if (channel === 'ankle') {
    if (!knee || !ankle || !heel || !toe) return null;
    return { at: ankle, from: knee, to: { x: ankle.x + toe.x - heel.x, y: ankle.y + toe.y - heel.y } };
  }
  const shoulders = midPoint(clean, LANDMARK.leftShoulder, LANDMARK.rightShoulder, frame);
  return hip && knee && shoulders ? { at: hip, from: beyond(shoulders, hip), to: knee } : null;
}

const beyond = (from: PicturePoint, at: PicturePoint): PicturePoint => ({ x: 2 * at.x - from.x, y: 2 * at.y - from.y });

function drawArc(
  pen: CanvasRenderingContext2D,
  at: StagePoint,
  from: StagePoint,
  to: StagePoint,
  radius: number,
  scale: number,
): void {
  const start = Math.atan2(from.y - at.y, from.x - at.x);
  const turn = signedTurn(Math.atan2(to.y - at.y, to.x - at.x) - start);
  pen.save();
  pen.strokeStyle = WHITE;
  pen.globalAlpha = 0.65;
  pen.lineWidth = 1.2 * scale;
  pen.setLineDash([3 * scale, 3 * scale]);
  pen.beginPath();
  pen.moveTo(at.x, at.y);
  pen.lineTo(at.x + radius * 1.3 * Math.cos(start), at.y + radius * 1.3 * Math.sin(start));
  pen.stroke();
  pen.setLineDash([]);
  for (const [colour, width, opacity] of [
    [DARK, 4.6, 0.5],
    [WHITE, 2.2, 1],
  ] as const) {
    pen.strokeStyle = colour;
    pen.globalAlpha = opacity;
    pen.lineWidth = width * scale;
    pen.beginPath();
    pen.arc(at.x, at.y, radius, start, start + turn, turn < 0);
    pen.stroke();
  }
  pen.restore();
}

/** The shorter way round, −π … π. */
function signedTurn(radians: number): number {
  return ((((radians + Math.PI) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI)) - Math.PI;
}

function drawNumber(
  pen: CanvasRenderingContext2D,
  words: string,
  at: StagePoint,
  out: number,
  distance: number,
  scale: number,
): void {
  const height = 15 * scale;
  pen.save();
  pen.font = `600 ${height}px ${FONT}`;
  pen.textBaseline = 'middle';
  const width = pen.measureText(words).width + 10 * scale;
  const left = out > 0 ? at.x + distance : at.x - distance - width;
  pen.globalAlpha = 0.72;
  pen.fillStyle = DARK;
  pen.beginPath();
  pen.roundRect(left, at.y - height * 0.72, width, height * 1.44, 4 * scale);
  pen.fill();
  pen.globalAlpha = 1;
  pen.fillStyle = WHITE;
  pen.textAlign = 'center';
  pen.fillText(words, left + width / 2, at.y + height * 0.06);
  pen.restore();
}
