// What analyze() accepts: everything a caller can get wrong is refused here, by name, before anything is measured.

import { LANDMARK_COUNT } from './landmarks.ts';
import { ANALYZE_DEFAULTS, type AnalyzeOptions, type RawPose } from './types.ts';

const VIEWS: readonly string[] = ['auto', 'left', 'right', 'posterior'];
const GAITS: readonly string[] = ['auto', 'run', 'walk'];

/** Belt speeds that are certainly another unit or a slip, m/s. */
const FASTEST_MS = 13;

/**
 * Options with the defaults filled in.
 * @throws {TypeError} an option of the wrong type
 * @throws {RangeError} an option out of range
 */
export function checkOptions(options: Partial<AnalyzeOptions>): AnalyzeOptions {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const settings: AnalyzeOptions = { ...ANALYZE_DEFAULTS, ...given };
  oneOf('view', settings.view, VIEWS);
  oneOf('gait', settings.gait, GAITS);
  within('speedMs', settings.speedMs, 0.05, FASTEST_MS, 'm/s');
  within('inclinePct', settings.inclinePct, -30, 60, '%');
  within('slowMotion', settings.slowMotion, 0.05, 100, 'times');
  within('heightM', settings.heightM, 0.5, 2.6, 'm');
  within('massKg', settings.massKg, 5, 400, 'kg');
  if (settings.slowMotion === null) throw new TypeError('slowMotion must be a number');
  return settings;
}

function oneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (typeof value !== 'string') throw new TypeError(`${name} must be one of ${allowed.join(', ')}`);
  if (!allowed.includes(value)) throw new RangeError(`${name} must be one of ${allowed.join(', ')}, not ${value}`);
}

function within(name: string, value: unknown, low: number, high: number, unit: string): void {
  if (value === null) return;
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number or null`);
  if (!(value >= low && value <= high))
    throw new RangeError(`${name} must be between ${low} and ${high} ${unit}, not ${value}`);
}

/**
 * A raw pose whose series fit together and whose clock runs forwards. Missing people and points are fine: that is weak data.
 * @throws {RangeError} lengths that do not match, a picture without size, times that do not increase
 */
export function checkPose(pose: RawPose): void {
  const cells = pose.timeS.length * LANDMARK_COUNT;
  if (!(pose.widthPx > 0 && pose.heightPx > 0)) throw new RangeError('widthPx and heightPx must be positive');
  for (const [name, series] of [
    ['xPx', pose.xPx],
    ['yPx', pose.yPx],
    ['score', pose.score],
  ] as const) {
    if (series.length !== cells) throw new RangeError(`${name} must have ${cells} values, not ${series.length}`);
  }
  for (let i = 0; i < pose.timeS.length; i++) {
    const isForward = i === 0 ? Number.isFinite(pose.timeS[0]!) : pose.timeS[i]! > pose.timeS[i - 1]!;
    if (!isForward) throw new RangeError(`timeS must increase; it does not at frame ${i}`);
  }
}
