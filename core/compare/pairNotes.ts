// What two clips do not share, and what that does to comparing them.

import type { Gait } from '../types.ts';
import type { ComparedResult } from './comparedFilm.ts';
import { sameIncline, sameSpeed } from './compareResults.ts';
import type { PairedLeg } from './legPair.ts';

export type PairNoteCode =
  | 'gait'
  | 'speed'
  | 'incline'
  | 'view'
  | 'visits-and-sides'
  | 'frame-rate'
  | 'footwear'
  | 'foot-reference'
  | 'camera'
  | 'scale'
  | 'network'
  | 'analysis'
  | 'same-film'
  | 'one-film';

/** One thing that differs. */
export interface PairNote {
  readonly code: PairNoteCode;
  /** No difference is judged while it stands. */
  readonly blocks: boolean;
  /** What differs and what it does, in one or two sentences. */
  readonly message: string;
}

/** Frame rates closer than this share are the same: a phone's 59.94 and 60. */
const SAME_RATE_SHARE = 0.1;

/** Camera angles closer than this cannot be told apart, degrees. Ours: the error of the estimate. */
const SAME_YAW_DEG = 4;

const GAIT_WORDS: Readonly<Record<Gait, string>> = {
  run: 'a run',
  walk: 'a walk',
  mixed: 'walking and running mixed',
  standing: 'standing',
};

const VIEW_WORDS = { left: 'the left', right: 'the right', posterior: 'behind' } as const;

/** Everything two legs do not share that matters, what forbids judging first; empty when nothing does. */
export function pairNotes(a: PairedLeg, b: PairedLeg): readonly PairNote[] {
  const found = [
    gaitNote(a.result, b.result),
    ...conditionNotes(a, b),
    viewNote(a, b),
    visitsNote(a, b),
    rateNote(a, b),
    shoeNote(a, b),
    referenceNote(a.result, b.result),
    cameraNote(a.result, b.result),
    scaleNote(a.result, b.result),
    networkNote(a, b),
    analysisNote(a, b),
    sameFilmNote(a, b),
    oneFilmNote(a, b),
  ].filter((note) => note !== null);
  return [...found.filter((note) => note.blocks), ...found.filter((note) => !note.blocks)];
}

const block = (code: PairNoteCode, message: string): PairNote => ({ code, blocks: true, message });
const warn = (code: PairNoteCode, message: string): PairNote => ({ code, blocks: false, message });

function gaitNote(a: ComparedResult, b: ComparedResult): PairNote | null {
  if (a.gait === b.gait) return null;
  return block(
    'gait',
    `One is ${GAIT_WORDS[a.gait]}, the other ${GAIT_WORDS[b.gait]}; their numbers have nothing in common.`,
  );
}

/** Speed and incline of one film are its own. */
function conditionNotes(a: PairedLeg, b: PairedLeg): readonly (PairNote | null)[] {
  if (a.clipId === b.clipId) return [];
  const speed = sameSpeed(a.result.capture.speedMs, b.result.capture.speedMs);
  const incline = sameIncline(a.result.capture.inclinePct, b.result.capture.inclinePct);
  return [
    speed === null ? null : block('speed', speed),
    incline === null
      ? null
      : block('incline', `${incline} A slope changes trunk, hip and ankle, and where the foot lands.`),
  ];
}

/** Two sides may come from two sides of the treadmill, each leg near its camera; else the view must be one. */
function viewNote(a: PairedLeg, b: PairedLeg): PairNote | null {
  const [from, other] = [a.result.capture.view, b.result.capture.view];
  if (from === other) return null;
  const bothNear = a.side !== b.side && from === a.side && other === b.side;
  if (bothNear) return null;
  const posterior = from === 'posterior' || other === 'posterior';
  return block(
    'view',
    `One was filmed from ${VIEW_WORDS[from]}, the other from ${VIEW_WORDS[other]}. ` +
      (posterior
        ? 'They show different angles.'
        : 'The leg behind is drawn worse than the leg in front; choose the leg that is near the camera in both.'),
  );
}

function visitsNote(a: PairedLeg, b: PairedLeg): PairNote | null {
  if (a.side === b.side || a.sessionId === b.sessionId) return null;
  return block(
    'visits-and-sides',
    'One is a left leg, the other a right leg of another visit: a difference could be either. Choose the same leg or the same visit.',
  );
}

function rateNote(a: PairedLeg, b: PairedLeg): PairNote | null {
  const [low, high] = [Math.min(a.rateHz, b.rateHz), Math.max(a.rateHz, b.rateHz)];
  if (high <= low * (1 + SAME_RATE_SHARE)) return null;
  return warn(
    'frame-rate',
    `One was filmed at ${Math.round(a.rateHz)}, the other at ${Math.round(b.rateHz)} pictures per second. Angles compare; contact and ` +
      'flight times of the slower film are less sure, which their ± says. In step means within one picture of the slower film.',
  );
}

function shoeNote(a: PairedLeg, b: PairedLeg): PairNote | null {
  if (a.sessionId === b.sessionId || a.footwear.trim().toLowerCase() === b.footwear.trim().toLowerCase()) return null;
  const name = (words: string) => (words.trim() === '' ? 'not noted' : `“${words.trim()}”`);
  return warn(
    'footwear',
    `Shoes: ${name(a.footwear)} and ${name(b.footwear)}. Foot and ankle angles belong to the shoe as much as to the foot, and contact ` +
      'time and cadence follow the sole; such a change need not be the runner’s.',
  );
}

function referenceNote(a: ComparedResult, b: ComparedResult): PairNote | null {
  const [one, other] = [a.capture.footReference, b.capture.footReference];
  if (one === other) return null;
  return warn(
    'foot-reference',
    'Only one of the films begins with quiet standing, so foot and ankle are counted from different zeros: they are shown and not judged.',
  );
}

function cameraNote(a: ComparedResult, b: ComparedResult): PairNote | null {
  const [one, other] = [a.capture.yawDeg, b.capture.yawDeg];
  if (one === null || other === null || Math.abs(one - other) <= SAME_YAW_DEG) return null;
  return warn(
    'camera',
    `The camera was turned by about ${Math.round(one)}° and by ${Math.round(other)}°. Knee, ankle and foot angles change by up to 0.3° for ` +
      'each degree between them.',
  );
}

function oneFilmNote(a: PairedLeg, b: PairedLeg): PairNote | null {
  if (a.clipId !== b.clipId || a.side === b.side || a.result.capture.view === 'posterior') return null;
  const far = a.result.capture.view === 'left' ? 'right' : 'left';
  return warn(
    'one-film',
    `Both legs are from one film, so the ${far} leg is far from the camera and partly hidden. A second film from the ${far} at the same ` +
      'speed compares both legs equally well.',
  );
}

const SCALE_WORDS = { belt: 'the belt speed', height: 'the body height', none: 'nothing' } as const;

function scaleNote(a: ComparedResult, b: ComparedResult): PairNote | null {
  const [one, other] = [a.capture.scaleSource, b.capture.scaleSource];
  if (one === other) return null;
  return warn(
    'scale',
    `Metres were taken from ${SCALE_WORDS[one]} in one film and from ${SCALE_WORDS[other]} in the other, which may differ by 5 %: ` +
      'vertical oscillation and step width are less sure.',
  );
}

function networkNote(a: PairedLeg, b: PairedLeg): PairNote | null {
  if (a.networkSha256 === undefined || b.networkSha256 === undefined || a.networkSha256 === b.networkSha256)
    return null;
  return warn(
    'network',
    'The two were measured with different pose networks, each with habits of its own: angles are judged by their whole error. ' +
      'Measure both films again with the same network.',
  );
}

function analysisNote(a: PairedLeg, b: PairedLeg): PairNote | null {
  const [one, other] = [a.analysisVersion, b.analysisVersion];
  if (one === undefined || other === undefined || one === other) return null;
  return warn(
    'analysis',
    `The two were measured by analysis ${one} and ${other}, which may give other numbers for the same film. Measure the older one again.`,
  );
}

function sameFilmNote(a: PairedLeg, b: PairedLeg): PairNote | null {
  const isSame = a.filmSha256 !== undefined && a.filmSha256 === b.filmSha256 && a.side === b.side;
  return isSame ? warn('same-film', 'Both are the same film; nothing in it can have changed.') : null;
}
