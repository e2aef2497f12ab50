// How two runners of different films are shown at one size: the part of each picture around the runner, scaled by the leg.

import { bodyBox } from '../../../core/report/skeletonLines.ts';
import type { TrialResult } from '../../../core/types.ts';

/** What is shown of one film. */
export interface PanelView {
  /** Size of the whole decoded picture, px. */
  readonly decodedWidthPx: number;
  readonly decodedHeightPx: number;
  /** Pixels of the panel per pixel of the source. */
  readonly scale: number;
  /** Where the panel's corner lies in the decoded picture, px; beyond its edge the panel stays dark. */
  readonly leftPx: number;
  readonly topPx: number;
}

export interface PanelLayout {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly a: PanelView;
  readonly b: PanelView;
}

/** One film as it is to be laid out. */
export interface PanelSource {
  readonly clean: TrialResult['clean'];
  readonly widthPx: number;
  readonly heightPx: number;
  /** Leg length, px; NaN when not known: then the body's height stands for it. */
  readonly legPx: number;
  /** First and last frame of the result that are shown. */
  readonly frames: readonly [first: number, last: number];
}

const PANEL = { heightPx: 720, mostWidthPx: 960 };
/** Room around the landmarks, share of the body's height: the crown is above the highest one, shoes reach beyond the toes. */
const ROOM = { top: 0.14, bottom: 0.07, side: 0.07 };
/** Larger than twice the film nothing new is seen. */
const MOST_SCALE = 2;
/** A leg as a share of a running body's height in the picture, where it was not measured: 0.53 of stature standing. */
const LEG_SHARE = 0.5;

interface Reach {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One panel size for both, and for each film the scale at which both legs are equally long. */
export function panelLayout(a: PanelSource, b: PanelSource): PanelLayout {
  const reaches = [reachOf(a), reachOf(b)] as const;
  const legs = [legOf(a, reaches[0]), legOf(b, reaches[1])] as const;
  const wide = Math.max(reaches[0].width / legs[0], reaches[1].width / legs[1]);
  const high = Math.max(reaches[0].height / legs[0], reaches[1].height / legs[1]);
  const legPx = Math.min(PANEL.heightPx / high, PANEL.mostWidthPx / wide, MOST_SCALE * Math.min(...legs));
  const size = { widthPx: even(wide * legPx), heightPx: even(high * legPx) };
  const view = (source: PanelSource, reach: Reach, leg: number): PanelView => {
    const scale = legPx / leg;
    return {
      decodedWidthPx: Math.max(2, Math.round(source.widthPx * scale)),
      decodedHeightPx: Math.max(2, Math.round(source.heightPx * scale)),
      scale,
      leftPx: Math.round((reach.x + reach.width / 2) * scale - size.widthPx / 2),
      // Feet stand at the same height in both panels.
      topPx: Math.round((reach.y + reach.height) * scale - size.heightPx),
    };
  };
  return { ...size, a: view(a, reaches[0], legs[0]), b: view(b, reaches[1], legs[1]) };
}

const even = (size: number): number => Math.max(2, 2 * Math.floor(size / 2));

/** All that the body reaches on the frames that are shown, with room; the whole picture when nobody was seen. */
function reachOf({ clean, widthPx, heightPx, frames: [first, last] }: PanelSource): Reach {
  const boxes = Array.from({ length: last - first + 1 }, (_, i) => bodyBox(clean, first + i)).filter(
    (box) => box !== null,
  );
  if (boxes.length === 0) return { x: 0, y: 0, width: widthPx, height: heightPx };
  const [left, right] = [Math.min(...boxes.map((b) => b.left)), Math.max(...boxes.map((b) => b.right))];
  const [top, bottom] = [Math.min(...boxes.map((b) => b.top)), Math.max(...boxes.map((b) => b.bottom))];
  const body = bottom - top;
  return {
    x: left - ROOM.side * body,
    y: top - ROOM.top * body,
    width: right - left + 2 * ROOM.side * body,
    height: body * (1 + ROOM.top + ROOM.bottom),
  };
}

const legOf = ({ legPx }: PanelSource, { height }: Reach): number => (legPx > 0 ? legPx : LEG_SHARE * height);
