// A measured film as comparing needs it: its numbers, how it was made, and what its session says of the runner's shoes.

import type { TrialResult } from '../types.ts';

/** What of a result is compared; a stored one without its series has it all. */
export type ComparedResult = Pick<TrialResult, 'gait' | 'capture' | 'parameters' | 'curves'>;

export interface ComparedFilm {
  readonly clipId: string;
  readonly sessionId: string;
  readonly result: ComparedResult;
  /** Pictures per second of the world. */
  readonly rateHz: number;
  /** As noted with its session; '' when nobody did. */
  readonly footwear: string;
  /** SHA-256 of the film; left out = not known. */
  readonly filmSha256?: string;
  /** SHA-256 of the network that looked; left out = that of the other. */
  readonly networkSha256?: string;
  /** Of the program that measured; left out = that of the other. */
  readonly analysisVersion?: string;
}

/** What is known of a film whose curves were not kept: its numbers, and how they came about. */
export interface FilmNumbers
  extends Pick<ComparedFilm, 'clipId' | 'sessionId' | 'rateHz' | 'footwear'>,
    Omit<ComparedResult, 'curves'> {}

/** A measured film as visits are compared by numbers alone; curves are not followed. */
export function comparedNumbers({
  clipId,
  sessionId,
  rateHz,
  footwear,
  gait,
  capture,
  parameters,
}: FilmNumbers): ComparedFilm {
  return { clipId, sessionId, rateHz, footwear, result: { gait, capture, parameters, curves: [] } };
}
