// What weakened the film, what to do next time, how it was measured, and what is needed to repeat it.

import type { QualityFlag, TrialResult } from '../types.ts';
import { fill, formatNumber } from './formatNumber.ts';
import type { AppInfo, PoseInfo, VideoInfo } from './provenance.ts';
import type { ReportText } from './reportText.ts';

/** One weakness of the film. */
export interface FilmNote {
  readonly severity: QualityFlag['severity'];
  readonly title: string;
  /** What it is, what it does to the numbers. */
  readonly message: string;
}

/** A fact with its name. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** For hashes, which are printed in a narrow face and never shortened. */
  readonly kind: 'text' | 'hash';
}

const SEVERITY_ORDER: readonly QualityFlag['severity'][] = ['stop', 'caution', 'info'];

/** The weaknesses, worst first; empty when none was noticed. */
export function filmNotes(flags: readonly QualityFlag[], text: ReportText): readonly FilmNote[] {
  return inOrder(flags).map((flag) => ({
    severity: flag.severity,
    title: text.quality[flag.code].title,
    message: flag.message,
  }));
}

/** What to do at the next film, worst first, each said once; empty when nothing needs to change. */
export function nextFilmAdvice(flags: readonly QualityFlag[], text: ReportText): readonly string[] {
  const advice = inOrder(flags).map((flag) => text.quality[flag.code].advice);
  return [...new Set(advice.filter((line) => line !== null))];
}

const inOrder = (flags: readonly QualityFlag[]): readonly QualityFlag[] =>
  SEVERITY_ORDER.flatMap((severity) => flags.filter((flag) => flag.severity === severity));

/** Strides that were left out and why, or null when all were used. */
export function excludedStrides(result: TrialResult, text: ReportText): string | null {
  const reasons = result.strides.map((stride) => stride.excluded).filter((reason) => reason !== null);
  if (reasons.length === 0) return null;
  return fill(text.film.excluded, { count: reasons.length, reasons: [...new Set(reasons)].join('; ') });
}

/** How it was measured, in sentences. */
export function methodSentences(result: TrialResult, text: ReportText): readonly string[] {
  return text.methods.paragraphs.map((paragraph) =>
    fill(paragraph, {
      footReference: text.methods.footReference[result.capture.footReference],
      scale: text.methods.scale[result.capture.scaleSource],
    }),
  );
}

/** Film, network and program with their hashes, and what the camera and the client were taken to be. */
export function provenanceFacts(
  result: TrialResult,
  video: VideoInfo,
  pose: PoseInfo,
  app: AppInfo,
  text: ReportText,
): readonly Fact[] {
  const words = text.provenance;
  const number = (value: number, digits: number) => formatNumber(value, digits, text.decimalMark);
  const fact = (label: string, value: string, kind: Fact['kind'] = 'text'): Fact => ({ label, value, kind });
  return [
    fact(words.file, video.file),
    fact(
      words.picture,
      fill(words.pictureIs, {
        width: video.widthPx,
        height: video.heightPx,
        frames: video.frames,
        rate: number(video.rateHz, 2),
        variable: video.variableRate ? words.variable : '',
        slowMotion: video.slowMotion === 1 ? '' : fill(words.slowMotion, { factor: number(video.slowMotion, 1) }),
      }),
    ),
    fact(words.camera, cameraWords(result, text)),
    fact(words.seen, fill(words.seenFrames, { seen: pose.framesSeen, frames: video.frames, ...legShares(result) })),
    fact(words.program, fill(words.programIs, { product: text.product, ...app })),
    fact(words.network, `${pose.model}, ${pose.engine}`),
    fact(words.filmHash, video.sha256, 'hash'),
    fact(words.networkHash, pose.modelSha256, 'hash'),
  ];
}

function cameraWords({ capture }: TrialResult, text: ReportText): string {
  const words = text.provenance;
  const angle = (deg: number | null) =>
    deg === null ? words.unknown : `${formatNumber(deg, 0, text.decimalMark)}\u00b0`;
  const scale =
    capture.metresPerPixel === null
      ? words.unknown
      : fill(words.millimetres, { mm: formatNumber(1000 * capture.metresPerPixel, 2, text.decimalMark) });
  return fill(words.cameraIs, { yaw: angle(capture.yawDeg), roll: angle(capture.rollDeg), scale });
}

const legShares = ({ legs }: TrialResult) => ({
  left: formatNumber(100 * legs.seenShare.left, 0),
  right: formatNumber(100 * legs.seenShare.right, 0),
});
