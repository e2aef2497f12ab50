// The capture settings as they are written in the form, and back.
import type { AppSettings } from '../../../core/records/appSettings.ts';
import { readNumber, readSpeed, speedText } from '../../../core/records/beltSpeed.ts';
import type { CaptureSettings } from '../../../core/records/records.ts';
import { formatNumber } from '../../../core/report/formatNumber.ts';
import { SESSION_TEXT } from '../../text/sessionText.ts';
import { isIncline, isSpeed } from './typedBelt.ts';

type SpeedUnit = AppSettings['speedUnit'];

export interface Draft extends Record<'slowMotion' | 'from' | 'to' | 'speed' | 'incline', string> {
  readonly gait: CaptureSettings['gait'];
}

/** A ten-thousandth of a second is finer than any frame. */
const written = (value: number | null): string => (value === null ? '' : formatNumber(value, 4).replace(/\.?0+$/, ''));

/** What the form shows to begin with. */
export function draftOf(capture: CaptureSettings, unit: SpeedUnit): Draft {
  const { slowMotion, gait, fromS, toS, speedMs, inclinePct } = capture;
  return {
    slowMotion: written(slowMotion),
    gait,
    from: written(fromS),
    to: written(toS),
    speed: speedMs === null ? '' : speedText(speedMs, unit),
    incline: written(inclinePct),
  };
}

/** What cannot be kept, by field; empty when all can. */
export function captureFaults(draft: Draft, unit: SpeedUnit): Partial<Record<keyof Draft, string>> {
  const text = SESSION_TEXT.capture;
  const factor = readNumber(draft.slowMotion);
  const [from, to] = [readNumber(draft.from), readNumber(draft.to)];
  const isTime = (typed: string, value: number | null) => typed.trim() === '' || (value !== null && value >= 0);
  return {
    ...(factor !== null && factor >= 0.01 && factor <= 1000 ? {} : { slowMotion: text.slowMotionWrong }),
    ...(isTime(draft.from, from) ? {} : { from: text.timeWrong }),
    ...(isTime(draft.to, to) ? {} : { to: text.timeWrong }),
    ...(from !== null && to !== null && to <= from ? { to: text.orderWrong } : {}),
    ...(isSpeed(draft.speed, unit) ? {} : { speed: SESSION_TEXT.notes.speedWrong[unit] }),
    ...(isIncline(draft.incline) ? {} : { incline: SESSION_TEXT.notes.inclineWrong }),
  };
}

/** A draft without faults as it is kept. */
export function captureOf(draft: Draft, unit: SpeedUnit): CaptureSettings {
  return {
    gait: draft.gait,
    slowMotion: readNumber(draft.slowMotion) ?? 1,
    speedMs: readSpeed(draft.speed, unit),
    inclinePct: readNumber(draft.incline),
    fromS: readNumber(draft.from),
    toS: readNumber(draft.to),
  };
}
