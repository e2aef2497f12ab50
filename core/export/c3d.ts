// A C3D file: the points in millimetres with the contacts and toe-offs as events, for gait laboratories.
//
// Source: The C3D File Format User Guide (Motion Lab Systems): header, parameters, then four little-endian floats a point and frame
// (X, Y, Z, residual; −1 = not seen). Works: any reader of Intel C3D with floats. Fails: C3D has one constant rate and no times of
// its own, so the points of a film of uneven rate are moved to even times, on straight lines between frames, never across a gap.
// Axes are the laboratories' usual ones: X forward, Y to the left, Z up; the first frame is time 0.

import type { GaitEvent, TrialResult } from '../types.ts';
import { BLOCK_BYTES, type C3dGroup, LARGEST_DIMENSION, parameterSection } from './c3dParameters.ts';
import type { MarkerTrack, MarkerTracks } from './markerTracks.ts';

/** What the file says of itself. */
export interface C3dOrigin {
  /** For example `OpenStride 0.1.0`. */
  readonly software: string;
}

const MM_PER_M = 1000;
const NUMBERS_PER_POINT = 4;
/** No channels, at the points' own rate: some readers divide by the samples per frame. */
const NO_ANALOG = { channels: 0, samplesPerFrame: 1 };
/** Header and the older parameters count frames in 16 bits; beyond, TRIAL:ACTUAL_END_FIELD tells. */
const MOST_FRAMES = 0xffff;
/** Their lists have one-byte lengths: some 45 s of running; the first ones are kept. */
const MOST_EVENTS = LARGEST_DIMENSION;
/** Share of a frame within which a time is a frame's own: some files round timestamps to a millisecond. */
const ON_TIME = 0.05;
/** Frames further apart than this are not joined, s: as fillGaps.ts. */
const LONGEST_STEP_S = 0.12;

/** The bytes of the file. */
export function c3dBytes(tracks: MarkerTracks, { events }: Pick<TrialResult, 'events'>, origin: C3dOrigin): Uint8Array {
  const { timeS, rateHz, markers } = tracks;
  const frames = Math.round((timeS.at(-1)! - timeS[0]!) * rateHz) + 1;
  const even = Float64Array.from({ length: frames }, (_, i) => timeS[0]! + i / rateHz);
  const points = markers.map((marker) => onEvenTimes(marker, timeS, even));
  const marked = events.filter((event) => event.timeS >= timeS[0]!).sort((a, b) => a.timeS - b.timeS);
  // The section's length does not change with the number written into it.
  const draft = parameterSection(groupsOf(tracks, frames, marked, 0, origin));
  const dataBlock = 2 + draft.length / BLOCK_BYTES;
  const parameters = parameterSection(groupsOf(tracks, frames, marked, dataBlock, origin));
  const data = pointData(points, frames);
  const file = new Uint8Array(BLOCK_BYTES + parameters.length + data.length);
  file.set(header(markers.length, frames, rateHz, dataBlock));
  file.set(parameters, BLOCK_BYTES);
  file.set(data, BLOCK_BYTES + parameters.length);
  return file;
}

function header(points: number, frames: number, rateHz: number, dataBlock: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(BLOCK_BYTES));
  view.setUint8(0, 2); // block of the parameters
  view.setUint8(1, 0x50);
  const words = [points, NO_ANALOG.channels, 1, Math.min(frames, MOST_FRAMES), 0];
  words.forEach((word, i) => {
    view.setUint16(2 + 2 * i, word, true);
  });
  view.setFloat32(12, -1, true); // negative scale: the points are floats
  view.setUint16(16, dataBlock, true);
  view.setUint16(18, NO_ANALOG.samplesPerFrame, true);
  view.setFloat32(20, rateHz, true);
  return new Uint8Array(view.buffer);
}

function groupsOf(
  { markers, timeS, rateHz }: MarkerTracks,
  frames: number,
  events: readonly GaitEvent[],
  dataBlock: number,
  { software }: C3dOrigin,
): readonly C3dGroup[] {
  const int = (...values: number[]) => ({ kind: 'int16', values }) as const;
  const float = (...values: number[]) => ({ kind: 'float', values }) as const;
  const word = (value: string) => ({ kind: 'word', value }) as const;
  const text = (values: readonly string[]) => ({ kind: 'text', values }) as const;
  const wide = (value: number) =>
    ({ kind: 'int16', values: [value & MOST_FRAMES, value >>> 16], dimensions: [2] }) as const;
  const point = {
    USED: int(markers.length),
    SCALE: float(-1),
    RATE: float(rateHz),
    DATA_START: int(dataBlock),
    FRAMES: int(Math.min(frames, MOST_FRAMES)),
    UNITS: word('mm'),
    LABELS: text(markers.map(({ name }) => name)),
    DESCRIPTIONS: text(markers.map(({ name }) => name.replaceAll('_', ' '))),
    X_SCREEN: word('+X'),
    Y_SCREEN: word('+Z'),
  };
  const analog = { USED: int(NO_ANALOG.channels), GEN_SCALE: float(1), RATE: float(rateHz) };
  const trial = { ACTUAL_START_FIELD: wide(1), ACTUAL_END_FIELD: wide(frames), CAMERA_RATE: float(rateHz) };
  return [
    { name: 'POINT', parameters: point },
    { name: 'ANALOG', parameters: analog },
    { name: 'TRIAL', parameters: trial },
    { name: 'EVENT', parameters: eventParameters(events, timeS[0]!) },
    { name: 'MANUFACTURER', parameters: { SOFTWARE: word(software) } },
  ];
}

/** Times in pairs of minutes and seconds, as clinical software reads them. What does not fit is counted, not lost in silence. */
function eventParameters(all: readonly GaitEvent[], startS: number): C3dGroup['parameters'] {
  if (all.length === 0) return { USED: { kind: 'int16', values: [0] } };
  const events = all.slice(0, MOST_EVENTS);
  const leftOut = all.length - events.length;
  const text = (value: (event: GaitEvent) => string) => ({ kind: 'text', values: events.map(value) }) as const;
  const times = events.flatMap(({ timeS }) => {
    const minutes = Math.floor((timeS - startS) / 60);
    return [minutes, timeS - startS - 60 * minutes];
  });
  return {
    USED: { kind: 'int16', values: [events.length] },
    CONTEXTS: text(({ side }) => (side === 'left' ? 'Left' : 'Right')),
    LABELS: text(({ kind }) => (kind === 'initial-contact' ? 'Foot Strike' : 'Foot Off')),
    DESCRIPTIONS: text(({ source }) => (source === 'edited' ? 'set by the clinician' : 'detected')),
    TIMES: { kind: 'float', values: times, dimensions: [2, events.length] },
    ...(leftOut > 0 ? { LATER_LEFT_OUT: { kind: 'int16', values: [leftOut] } as const } : {}),
  };
}

/** X forward, Y left, Z up. */
interface LabPoint {
  readonly xMm: Float64Array;
  readonly yMm: Float64Array;
  readonly zMm: Float64Array;
}

function onEvenTimes({ xM, yM, zM }: MarkerTrack, timeS: Float64Array, even: Float64Array): LabPoint {
  const moved = (series: Float64Array, sign: number) => {
    let before = 0;
    return even.map((t) => {
      while (before + 2 < timeS.length && timeS[before + 1]! <= t) before++;
      return sign * MM_PER_M * between(series, timeS, before, t);
    });
  };
  return { xMm: moved(xM, 1), yMm: moved(zM, -1), zMm: moved(yM, 1) };
}

function between(series: Float64Array, timeS: Float64Array, before: number, t: number): number {
  const stepS = timeS[before + 1]! - timeS[before]!;
  const share = (t - timeS[before]!) / stepS;
  if (share <= ON_TIME) return series[before]!;
  if (share >= 1 - ON_TIME) return series[before + 1]!;
  return stepS > LONGEST_STEP_S ? Number.NaN : series[before]! + share * (series[before + 1]! - series[before]!);
}

function pointData(points: readonly LabPoint[], frames: number): Uint8Array {
  const bytes = points.length * frames * NUMBERS_PER_POINT * 4;
  const view = new DataView(new ArrayBuffer(BLOCK_BYTES * Math.ceil(bytes / BLOCK_BYTES)));
  let at = 0;
  for (let frame = 0; frame < frames; frame++)
    for (const { xMm, yMm, zMm } of points) {
      const place = [xMm[frame]!, yMm[frame]!, zMm[frame]!];
      const seen = place.every(Number.isFinite);
      for (const value of [...(seen ? place : [0, 0, 0]), seen ? 0 : -1]) {
        view.setFloat32(at, value, true);
        at += 4;
      }
    }
  return new Uint8Array(view.buffer);
}
