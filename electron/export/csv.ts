// The tables beside result.json: the measures, the mean curves, and angles, events and landmarks by source frame; empty where unknown.

import { curvesCsv, parametersCsv } from '../../core/export/tableCsv.ts';
import { LANDMARK_COUNT, LANDMARK_NAMES } from '../../core/landmarks.ts';
import type { AngleChannel, LegReport, RawPose, TrialResult } from '../../core/types.ts';
import type { OutputFolder } from './outputFolder.ts';
import { writeAtomically } from './writeAtomically.ts';

/** Decimals: a microsecond, a thousandth of a degree, a hundredth of a pixel; far below what is measured. */
const DECIMALS = { time: 6, degree: 3, pixel: 2, score: 3 };

/**
 * Writes parameters.csv, curves.csv, angles.csv, events.csv, keypoints.csv and keypoints-clean.csv.
 * @throws GaitError `disk-full`, `not-writable`, `cancelled`
 */
export async function writeTables(
  output: Pick<OutputFolder, 'path'>,
  raw: RawPose,
  result: TrialResult,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  await writeAtomically(output.path('parameters.csv'), parametersCsv(result), options);
  await writeAtomically(output.path('curves.csv'), curvesCsv(result), options);
  await writeAtomically(output.path('angles.csv'), anglesCsv(result), options);
  await writeAtomically(output.path('events.csv'), eventsCsv(result), options);
  await writeAtomically(output.path('keypoints.csv'), keypointsCsv(raw, result.timeS), options);
  await writeAtomically(output.path('keypoints-clean.csv'), cleanKeypointsCsv(raw, result), options);
}

/** `time_s`, then `kneeFlexion_left_deg`, …, `trunkLean_deg`; time of the world, as everywhere in a result. */
export function* anglesCsv(result: Pick<TrialResult, 'timeS' | 'angles'>): Generator<string> {
  yield line(['time_s', ...result.angles.map(columnOf)]);
  for (const [frame, timeS] of result.timeS.entries())
    yield line([
      number(timeS, DECIMALS.time),
      ...result.angles.map((channel) => number(channel.deg[frame], DECIMALS.degree)),
    ]);
}

const columnOf = ({ id, side }: AngleChannel): string => (side === null ? `${id}_deg` : `${id}_${side}_deg`);

/** `time_s,kind,side,sigma_s,source`, in order of time. */
export function* eventsCsv({ events }: Pick<TrialResult, 'events'>): Generator<string> {
  yield line(['time_s', 'kind', 'side', 'sigma_s', 'source']);
  for (const event of [...events].sort((a, b) => a.timeS - b.timeS))
    yield line([
      number(event.timeS, DECIMALS.time),
      event.kind,
      event.side,
      number(event.sigmaS, DECIMALS.time),
      event.source,
    ]);
}

/**
 * The landmarks as the network gave them, px of the upright source frame.
 * @param timeS world time of every frame, s [frames]
 */
export function* keypointsCsv(raw: RawPose, timeS: Float64Array): Generator<string> {
  yield keypointsHead();
  for (const [frame, t] of timeS.entries())
    yield keypointsLine(t, (landmark) => {
      const at = frame * LANDMARK_COUNT + landmark;
      return [raw.xPx[at], raw.yPx[at], raw.score[at]];
    });
}

/**
 * The landmarks after swap repair, gap fill and filter. The score is the network's for the point that now stands there, so
 * where legs were put back it went with them; a point that was filled in has none.
 */
export function* cleanKeypointsCsv(raw: RawPose, { clean, timeS, legs }: TrialResult): Generator<string> {
  yield keypointsHead();
  const exchanged = exchangedFrames(legs, timeS.length);
  for (const [frame, t] of timeS.entries())
    yield keypointsLine(t, (landmark) => {
      const from = exchanged[frame] === 1 ? otherLeg(landmark) : landmark;
      const at = frame * LANDMARK_COUNT + from;
      const points = clean.points[landmark];
      return [points?.x[frame], points?.y[frame], Number.isFinite(raw.xPx[at]) ? raw.score[at] : undefined];
    });
}

function exchangedFrames(legs: LegReport, frames: number): Uint8Array {
  const exchanged = new Uint8Array(frames);
  for (const { fromFrame, toFrame } of legs.repaired) exchanged.fill(1, fromFrame, toFrame + 1);
  return exchanged;
}

/** Knee, ankle, heel and toe come in pairs left, right from 25 on; hips and everything above keep their place. */
const FIRST_EXCHANGED = 25;
const otherLeg = (landmark: number): number =>
  landmark < FIRST_EXCHANGED ? landmark : landmark % 2 === 1 ? landmark + 1 : landmark - 1;

const keypointsHead = (): string =>
  line(['time_s', ...LANDMARK_NAMES.flatMap((name) => [`${name}_x_px`, `${name}_y_px`, `${name}_score`])]);

type Known = number | undefined;

function keypointsLine(timeS: number, point: (landmark: number) => readonly [Known, Known, Known]): string {
  const cells = [number(timeS, DECIMALS.time)];
  for (let landmark = 0; landmark < LANDMARK_COUNT; landmark++) {
    const [x, y, score] = point(landmark);
    const seen = x !== undefined && Number.isFinite(x);
    cells.push(number(x, DECIMALS.pixel), number(y, DECIMALS.pixel), seen ? number(score, DECIMALS.score) : '');
  }
  return line(cells);
}

/** Fixed decimals; empty where there is no number. */
function number(value: Known, decimals: number): string {
  return value === undefined || !Number.isFinite(value) ? '' : value.toFixed(decimals);
}

/** RFC 4180 wants CR LF; every reader takes LF, and so do line tools. No cell here can hold a comma. */
const line = (cells: readonly string[]): string => `${cells.join(',')}\n`;
