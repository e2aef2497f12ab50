// Dates, spans and sizes as people write them.
import { daysBetween } from '../../core/records/calendar.ts';
import { fill, formatNumber } from '../../core/report/formatNumber.ts';

const LANGUAGE = 'en-GB';
const WORDS = {
  today: 'today',
  yesterday: 'yesterday',
  days: '{n} days ago',
  weeks: '{n} weeks ago',
  months: '{n} months ago',
  seconds: '{n} s left',
  minutes: '{n} min left',
  almost: 'almost done',
};
/** Where the next larger unit says more. */
const FEW_DAYS = 14;
const FEW_WEEKS_DAYS = 70;
const MONTH_DAYS = 30.44;
const YEAR_DAYS = 365;

const long = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `2 March 2026`. @param date `YYYY-MM-DD` */
export const longDate = (date: string): string => long.format(Date.parse(date));
/** `2 Mar 2026`. */
export const shortDate = (date: string): string => short.format(Date.parse(date));
/** `2 Mar`. */
export const dayAndMonth = (date: string): string => day.format(Date.parse(date));

/** Today where the clinic is, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** `3 weeks ago`; '' for a day to come, and for more than a year, where the date says more. */
export function ago(date: string, on = today()): string {
  const days = daysBetween(date, on);
  if (days < 0 || days > YEAR_DAYS) return '';
  if (days < 2) return days === 0 ? WORDS.today : WORDS.yesterday;
  if (days < FEW_DAYS) return fill(WORDS.days, { n: days });
  if (days < FEW_WEEKS_DAYS) return fill(WORDS.weeks, { n: Math.round(days / 7) });
  return fill(WORDS.months, { n: Math.round(days / MONTH_DAYS) });
}

/** `40 s left`, `3 min left`. */
export function timeLeft(secondsLeft: number): string {
  if (secondsLeft < 1) return WORDS.almost;
  if (secondsLeft < 90) return fill(WORDS.seconds, { n: Math.ceil(secondsLeft) });
  return fill(WORDS.minutes, { n: Math.round(secondsLeft / 60) });
}

/** `350 kB`, `12.4 MB`, `2.1 GB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1e6) return `${formatNumber(bytes / 1e3, 0)} kB`;
  return bytes < 1e9 ? `${formatNumber(bytes / 1e6, 1)} MB` : `${formatNumber(bytes / 1e9, 1)} GB`;
}

/** `1 film`, `3 films`. */
export function counted(n: number, [one, many]: readonly [string, string]): string {
  return `${n} ${n === 1 ? one : many}`;
}
