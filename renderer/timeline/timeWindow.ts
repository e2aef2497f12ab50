// The part of a film's time that the timeline shows large, and how it moves.

/** World time, s. */
export interface TimeWindow {
  readonly fromS: number;
  readonly toS: number;
}

/** Four to five strides of a runner: few enough to take hold of an event. */
const USUAL_S = 3;
/** Below this single frames are fingers wide. */
const SHORTEST_S = 0.3;

/** The first window of a film. */
export function firstWindow(whole: TimeWindow): TimeWindow {
  return { fromS: whole.fromS, toS: Math.min(whole.toS, whole.fromS + USUAL_S) };
}

/** Where a time lies in a window, 0–1; outside when the time is. */
export function shareOf({ fromS, toS }: TimeWindow, timeS: number): number {
  return toS > fromS ? (timeS - fromS) / (toS - fromS) : 0;
}

/** The time at a place in a window, 0–1, s. */
export function timeAt({ fromS, toS }: TimeWindow, share: number): number {
  return fromS + share * (toS - fromS);
}

/** Shifted into the whole, as long as it was if that fits. */
export function within({ fromS, toS }: TimeWindow, whole: TimeWindow): TimeWindow {
  const lengthS = Math.min(toS - fromS, whole.toS - whole.fromS);
  const start = Math.max(whole.fromS, Math.min(whole.toS - lengthS, fromS));
  return { fromS: start, toS: start + lengthS };
}

/** The window turned over so that a time that left it is seen again with what comes next; the same object when it is inside. */
export function following(window: TimeWindow, timeS: number, whole: TimeWindow): TimeWindow {
  if (timeS >= window.fromS && timeS <= window.toS) return window;
  const lengthS = window.toS - window.fromS;
  const lead = timeS > window.toS ? 0.1 : 0.9;
  return within({ fromS: timeS - lead * lengthS, toS: timeS + (1 - lead) * lengthS }, whole);
}

/** Longer or shorter by a factor around a time that keeps its place. */
export function zoomedAround(window: TimeWindow, timeS: number, factor: number, whole: TimeWindow): TimeWindow {
  const wholeS = whole.toS - whole.fromS;
  const lengthS = Math.max(Math.min(SHORTEST_S, wholeS), Math.min(wholeS, (window.toS - window.fromS) * factor));
  const share = Math.max(0, Math.min(1, shareOf(window, timeS)));
  return within({ fromS: timeS - share * lengthS, toS: timeS + (1 - share) * lengthS }, whole);
}

/** Round times to write under a window, some five of them. */
export function ticksOf({ fromS, toS }: TimeWindow, most: number): readonly number[] {
  const rough = (toS - fromS) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const stepS = ([1, 2, 5, 10].find((step) => step * power >= rough) ?? 10) * power;
  const first = Math.ceil(fromS / stepS - 1e-9);
  const count = Math.floor(toS / stepS + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * stepS);
}
