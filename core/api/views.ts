// What the screens are shown of the library: records put together as one look needs them.

import type { ExerciseResult } from '../exercises/exerciseTypes.ts';
import type { Client, Clip, Injury, ReportRecord, ResultSummary, Session } from '../records/records.ts';
import type { AppInfo, PoseInfo, VideoInfo } from '../report/provenance.ts';
import type {
  AnalyzeOptions,
  Capture,
  Curve,
  Edit,
  Gait,
  Parameter,
  ParameterId,
  QualityFlag,
  RawPose,
  TrialResult,
} from '../types.ts';
import type { FilmView } from './filmView.ts';

/** A line of the list of clients. */
export interface ClientLine {
  readonly client: Client;
  readonly sessions: number;
  /** Date of the last session, or null. */
  readonly lastSession: string | null;
  /** All that are not resolved. */
  readonly openInjuries: readonly Pick<Injury, 'region' | 'side' | 'status'>[];
}

/** A place where the words searched for were found. */
export interface FoundLine {
  readonly kind: 'client' | 'injury' | 'session';
  readonly id: string;
  readonly clientId: string;
  /** A few words around the place, found words in ‹ ›. */
  readonly excerpt: string;
}

export interface ClientView {
  readonly client: Client;
  readonly injuries: readonly Injury[];
  /** The last first. */
  readonly sessions: readonly Session[];
}

export interface SessionView {
  readonly session: Session;
  readonly clips: readonly Clip[];
  /** Of all its clips, the last first. */
  readonly results: readonly ResultSummary[];
}

/** Whose clip it is, and of which visit. */
export interface ClipView {
  readonly clip: Clip;
  readonly session: Session;
  readonly client: Client;
}

export interface EditsView {
  /** In force, in order. */
  readonly edits: readonly Edit[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** One clip, measured with the edits in force. */
export interface TrialView {
  readonly clip: Clip;
  /** Which network looked; null while nobody has. */
  readonly pose: PoseInfo | null;
  readonly edits: EditsView;
  /** Null while there is no pose. */
  readonly result: TrialResult | null;
  /** What was counted, with the edits in force; null when the clip shows gait, and while there is no pose. */
  readonly exercise: ExerciseResult | null;
  /** Null while the film cannot be read and was never probed. */
  readonly film: FilmView | null;
}

/** What a page needs to measure a clip itself: `analyze(pose, options, edits)` gives the result of {@link TrialView}. */
export interface PoseView {
  readonly poseId: string;
  /** With the flags of the film itself. */
  readonly pose: RawPose;
  readonly options: AnalyzeOptions;
}

/** The content of a stored `result.json`: everything but the series. */
export interface StoredResult
  extends Pick<
    TrialResult,
    'gait' | 'capture' | 'events' | 'parameters' | 'asymmetry' | 'quality' | 'strides' | 'legs'
  > {
  readonly app: AppInfo;
  readonly video: VideoInfo;
  readonly pose: PoseInfo;
  readonly curves: { readonly percent: readonly number[]; readonly channels: readonly Curve[] };
}

/** A result as it was measured then, with what made it. */
export interface ResultView {
  readonly summary: ResultSummary;
  readonly options: AnalyzeOptions;
  readonly edits: readonly Edit[];
  readonly result: StoredResult;
  /** False when today's measuring, options or edits would give another result: offer to measure again. */
  readonly isCurrent: boolean;
}

/** The numbers of one clip among all of a client's. */
export interface TrendClip {
  readonly sessionId: string;
  /** Of its session. */
  readonly date: string;
  readonly clipId: string;
  readonly fileName: string;
  /** As it was measured. */
  readonly view: Clip['view'];
  readonly condition: Clip['condition'];
  /** Belt speed, m/s. */
  readonly speedMs: number | null;
  readonly gait: Gait;
  /** How many edits are in force in these numbers; 0 = as detected. */
  readonly edits: number;
  /** What the numbers rest on: view, speed, scale, camera. */
  readonly capture: Capture;
  /** Pictures per second of the world. */
  readonly rateHz: number;
  /** As noted with its session; '' when nobody did. */
  readonly footwear: string;
  /** What weakens these numbers: the film's own flags, and those of what was seen in it. */
  readonly quality: readonly QualityFlag[];
  /** Those asked for that this view has, each side its own. */
  readonly parameters: readonly Parameter[];
}

/** What is followed from visit to visit unless something else is asked for. */
export const TREND_IDS = [
  'cadence',
  'contactTime',
  'overstride',
  'kneeFlexionPeakStance',
  'trunkLean',
  'footAngleAtContact',
] as const satisfies readonly ParameterId[];

/** A report with its file. */
export interface ReportView {
  readonly report: ReportRecord;
  /** The bytes of the PDF or page. */
  readonly content: Uint8Array;
}

/** The library's folder as a whole. */
export interface LibraryStatus {
  readonly folder: string;
  /** Of records and films; what can be made again is not counted. */
  readonly bytes: number;
  readonly films: number;
  /** Clips whose film is not there or is not what it was. */
  readonly missing: readonly {
    readonly clipId: string;
    readonly fileName: string;
    readonly why: 'missing' | 'changed';
  }[];
}

/** A file that was written for keeping or for another computer. */
export interface WrittenFile {
  readonly file: string;
  readonly bytes: number;
  /** Where a browser gets it, when it was written into the library's own outgoing folder; else null. */
  readonly downloadPath: string | null;
  /** File names of clips whose film could not be found and is not inside. */
  readonly withoutFilm: readonly string[];
}
