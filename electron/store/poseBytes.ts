// The raw pose as bytes and back, without losing a bit: a line of JSON, then the series one after another, deflated.
import { deflateSync, inflateSync } from 'node:zlib';
import { GaitError } from '../../core/errors.ts';
import { LANDMARK_COUNT } from '../../core/landmarks.ts';
import type { QualityFlag, RawPose } from '../../core/types.ts';

interface Head {
  readonly form: 1;
  readonly frames: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly hasWorld: boolean;
  readonly flags: readonly QualityFlag[];
}

/** Fast: floats of a network hardly shrink further. */
const LEVEL = 1;

/** @returns bytes for {@link readPose}; the series are little-endian */
export function poseBytes(pose: RawPose): Buffer {
  const { widthPx, heightPx, timeS, xPx, yPx, score, worldM, flags } = pose;
  const head: Head = { form: 1, frames: timeS.length, widthPx, heightPx, hasWorld: worldM !== null, flags };
  const series = [timeS, xPx, yPx, score, ...(worldM ? [worldM] : [])];
  const raw = series.map((s) => Buffer.from(s.buffer, s.byteOffset, s.byteLength));
  return deflateSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...raw]), { level: LEVEL });
}

/** The pose that {@link poseBytes} wrote, the same bits. @throws GaitError `library-damaged` */
export function readPose(bytes: Uint8Array): RawPose {
  const all = inflateSync(bytes);
  const end = all.indexOf(10);
  const head = JSON.parse(all.subarray(0, end).toString()) as Head;
  const points = head.frames * LANDMARK_COUNT;
  // A copy of its own: series must start at a multiple of their item size.
  const body = new Uint8Array(all.subarray(end + 1)).buffer;
  const expected = head.frames * 8 + points * 4 * (head.hasWorld ? 6 : 3);
  if (head.form !== 1 || body.byteLength !== expected)
    throw new GaitError('library-damaged', 'A stored pose is damaged or of an unknown form.');
  const floats = (from: number, count: number) => new Float32Array(body, head.frames * 8 + from * 4, count);
  return {
    widthPx: head.widthPx,
    heightPx: head.heightPx,
    timeS: new Float64Array(body, 0, head.frames),
    xPx: floats(0, points),
    yPx: floats(points, points),
    score: floats(2 * points, points),
    worldM: head.hasWorld ? floats(3 * points, 3 * points) : null,
    flags: head.flags,
  };
}
