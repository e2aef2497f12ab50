// A measured film as reports of several films take it.

import type { ComparedFilm } from '../compare/comparedFilm.ts';
import type { TrialResult } from '../types.ts';
import type { AppInfo, PoseInfo, VideoInfo } from './provenance.ts';

export interface ReportFilm {
  readonly result: TrialResult;
  readonly video: VideoInfo;
  readonly pose: PoseInfo;
  readonly app: AppInfo;
  /** '' or left out when nobody noted it. */
  readonly footwear?: string;
}

/** Films of one day or of one condition. */
export interface ReportVisit {
  /** The day as people write it; '' when not known. */
  readonly date: string;
  /** One of each view at most, at least one. */
  readonly films: readonly ReportFilm[];
}

/** A film as comparing takes it. @param session which visit it is of: films of one share shoes and day */
export function comparedFilm(film: ReportFilm, session: string, clip: string): ComparedFilm {
  return {
    clipId: clip,
    sessionId: session,
    result: film.result,
    rateHz: film.video.rateHz * film.video.slowMotion,
    footwear: film.footwear ?? '',
    filmSha256: film.video.sha256,
    networkSha256: film.pose.modelSha256,
    analysisVersion: film.app.analysisVersion,
  };
}
