// What a clinic keeps: clients, their injuries, sessions, clips, tests and plans, as plain records.
//
// Dates are `YYYY-MM-DD`, instants ISO 8601 in UTC. Null = not known. Text that nobody wrote is ''.
import type { ExerciseId } from '../exercises/exerciseTypes.ts';
import type { Gait, Side, View } from '../types.ts';

/** What every record has; given by the library, never by the caller. */
export interface Kept {
  readonly id: string;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** A record as the caller writes it. */
export type Fresh<T extends Kept> = Omit<T, keyof Kept>;

export interface Client extends Kept {
  /** The clinic's own short name for the person, e.g. a file number; '' when there is none. */
  readonly code: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly sex: 'female' | 'male' | 'other' | null;
  readonly heightM: number | null;
  readonly massKg: number | null;
  readonly notes: string;
}

export const INJURY_STATUS = ['active', 'recovering', 'resolved'] as const;
export const INJURY_KINDS = ['injury', 'niggle'] as const;

export interface Injury extends Kept {
  readonly clientId: string;
  /** For example `Achilles tendon`. */
  readonly region: string;
  readonly side: Side | 'both' | null;
  readonly onset: string | null;
  readonly mechanism: string;
  readonly status: (typeof INJURY_STATUS)[number];
  /** A niggle is felt and does not stop the running; left out = an injury. */
  readonly kind?: (typeof INJURY_KINDS)[number];
  /** The day it was over; left out or null = not over, or not noted. */
  readonly resolvedOn?: string | null;
  readonly notes: string;
}

export interface Session extends Kept {
  readonly clientId: string;
  readonly date: string;
  readonly purpose: string;
  readonly footwear: string;
  /** Belt speed, m/s. */
  readonly speedMs: number | null;
  readonly inclinePct: number | null;
  /** 0 none … 10 worst imaginable. */
  readonly painBefore: number | null;
  readonly painAfter: number | null;
  /** While running; left out = nobody asked. */
  readonly painDuring?: number | null;
  /** The next morning. */
  readonly painNextDay?: number | null;
  readonly notes: string;
}

/** How the film was taken and what of it is measured. */
export interface CaptureSettings {
  readonly gait: 'auto' | 'run' | 'walk';
  /** Capture rate ÷ file rate. */
  readonly slowMotion: number;
  /** This clip's own belt speed and incline; null = the session's. */
  readonly speedMs: number | null;
  readonly inclinePct: number | null;
  /** The part to measure, s on the file's clock; null = from the start, to the end. */
  readonly fromS: number | null;
  readonly toS: number | null;
}

export const CAPTURE_DEFAULTS: CaptureSettings = {
  gait: 'auto',
  slowMotion: 1,
  speedMs: null,
  inclinePct: null,
  fromS: null,
  toS: null,
};

export interface Clip extends Kept {
  readonly sessionId: string;
  /** Content hash of the film: its name inside the library. */
  readonly videoSha256: string;
  /** What the file was called where it came from. */
  readonly fileName: string;
  readonly view: 'auto' | View;
  readonly condition: 'fresh' | 'tired' | null;
  /** The film shows an exercise of a test and no gait; left out or null = gait. */
  readonly exercise?: ExerciseId | null;
  readonly capture: CaptureSettings;
}

/** A test of return to function, e.g. single-leg hop for distance. */
export interface ReturnTest extends Kept {
  readonly clientId: string;
  readonly date: string;
  readonly test: string;
  readonly side: Side | 'both' | null;
  /** What counts: the best or the mean of the trials, as the test's rule says. */
  readonly value: number | null;
  /** The unit of `value`, e.g. `cm` or `repetitions`. */
  readonly unit: string;
  /** Null = not judged. */
  readonly passed: boolean | null;
  readonly pain: number | null;
  /** Every trial that `value` was taken from; left out = only the value was entered. */
  readonly trials?: readonly number[];
  /** The clip it was filmed in. */
  readonly clipId?: string | null;
  readonly notes: string;
}

/** One run of a walk–run stage, as the client's diary has it. */
export interface WalkRunDay {
  readonly date: string;
  /** False when it was cut short. */
  readonly completed: boolean;
  /** 0 none … 10 worst imaginable; null = not asked, or not yet. */
  readonly painBefore: number | null;
  readonly painDuring: number | null;
  readonly painAfter: number | null;
  readonly painNextDay: number | null;
  /** Null = nobody looked. */
  readonly limp: boolean | null;
  readonly notes: string;
}

/** One stage of a client's walk–run plan. */
export interface WalkRunStage extends Kept {
  readonly clientId: string;
  /** 1 is the first stage. */
  readonly stage: number;
  readonly walkS: number;
  readonly runS: number;
  readonly repeats: number;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  readonly painDuring: number | null;
  readonly painNextDay: number | null;
  /** Every run of this stage, the oldest first; left out = no diary was kept. */
  readonly days?: readonly WalkRunDay[];
  readonly notes: string;
}

/** A report as it was handed over; its file is asked for separately. */
export interface ReportRecord extends Kept {
  readonly sessionId: string;
  readonly title: string;
  readonly mediaType: 'application/pdf' | 'text/html';
  /** The results it was drawn from. */
  readonly resultIds: readonly string[];
}

export const DRAWING_KINDS = ['angle', 'line', 'arrow', 'text'] as const;

/** Something the clinician drew on one frame of a clip. It measures nothing. */
export interface Drawing extends Kept {
  readonly clipId: string;
  readonly kind: (typeof DRAWING_KINDS)[number];
  /** World time of the frame it was drawn on, s. */
  readonly timeS: number;
  /** Pixels of the upright source frame: angle 3 (the corner in the middle), line and arrow 2, text 1. */
  readonly points: readonly { readonly xPx: number; readonly yPx: number }[];
  readonly text: string;
  /** `#rrggbb`. */
  readonly colour: string;
}

/** A stored result without its content. */
export interface ResultSummary {
  readonly id: string;
  readonly clipId: string;
  readonly poseId: string;
  readonly createdAt: string;
  readonly appVersion: string;
  readonly analysisVersion: string;
  readonly gait: Gait;
}
