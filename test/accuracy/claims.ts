// A claim about accuracy: what was asked for, what was measured, and whether that is reached.

export interface Claim {
  readonly what: string;
  /** What was asked for, in words: `≤ 5 ms`. */
  readonly asked: string;
  readonly measured: string;
  readonly isMet: boolean;
  /** A bar is promised: missing it fails the run. An aim is only reported. */
  readonly kind: 'bar' | 'aim';
}

/** Some claims that belong together, and figures that explain them. */
export interface Section {
  readonly title: string;
  /** What was measured and how, in plain words. */
  readonly about: string;
  readonly claims: readonly Claim[];
  readonly figures?: readonly Figures[];
}

/** Numbers for the reader, without a bar. */
export interface Figures {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Limit {
  readonly unit: string;
  readonly kind?: Claim['kind'];
  readonly digits?: number;
}

/** A claim that something measured is no more than a limit. NaN, which is nothing measured, never meets it. */
export function atMost(
  what: string,
  limit: number,
  measured: number,
  { unit, kind = 'bar', digits = 1 }: Limit,
): Claim {
  // One more digit where rounding would hide on which side of the limit it is.
  const isHidden = measured > limit && Number(measured.toFixed(digits)) <= limit;
  const written = Number.isNaN(measured)
    ? 'not measured'
    : `${measured.toFixed(isHidden ? digits + 1 : digits)}${unit}`;
  return { what, asked: `≤ ${limit}${unit}`, measured: written, isMet: measured <= limit, kind };
}

/** A claim that something is as it should be. */
export function exactly(what: string, asked: string, measured: string, kind: Claim['kind'] = 'bar'): Claim {
  return { what, asked, measured, isMet: measured === asked, kind };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The largest; NaN when there is none or one is NaN. */
export function worst(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : Math.max(...values);
}
