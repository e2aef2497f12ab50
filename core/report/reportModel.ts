// The report before it is drawn: everything that screen, paper and table show, in words and numbers, so that they cannot disagree.

import type { TrialResult } from '../types.ts';
import { textFor } from './clinicalText.ts';
import { type CurvePanel, curvePanels } from './curvePanels.ts';
import {
  excludedStrides,
  type Fact,
  type FilmNote,
  filmNotes,
  methodSentences,
  nextFilmAdvice,
  provenanceFacts,
} from './filmNotes.ts';
import { fill } from './formatNumber.ts';
import { type KeyFrameRow, keyFrameRows } from './keyFrames.ts';
import { parameterRows, type Reason, type RowGroup } from './parameterRows.ts';
import type { AppInfo, PoseInfo, VideoInfo } from './provenance.ts';
import { REPORT_SETUP_DEFAULTS, type ReportSetup } from './reportSetup.ts';
import type { ReportText } from './reportText.ts';
import {
  compareSides,
  type HeadlineNumber,
  headlineNumbers,
  leadSentences,
  type SideComparison,
  strikeSentence,
} from './runnerSentences.ts';

/** What a report is made of. */
export interface ReportInput {
  readonly result: TrialResult;
  readonly video: VideoInfo;
  readonly pose: PoseInfo;
  readonly app: AppInfo;
  /** Name or code of the client; null or left out when not stated. */
  readonly client?: string | null;
  /** Date as people write it (core has no clock); null or left out when not stated. */
  readonly madeOn?: string | null;
  /** Left out = that of the setup's reader. */
  readonly text?: ReportText;
  readonly setup?: ReportSetup;
}

/** Everything that is shown, already in words; nothing is computed after this. */
export interface ReportModel {
  readonly text: ReportText;
  readonly setup: ReportSetup;
  readonly title: string;
  readonly documentTitle: string;
  readonly file: string;
  readonly client: string | null;
  readonly madeOn: string | null;
  readonly lead: readonly string[];
  readonly headline: readonly HeadlineNumber[];
  readonly comparison: SideComparison;
  readonly strike: string | null;
  readonly keyFrames: readonly KeyFrameRow[];
  /** How many measures are missing or weak, in words; and what to do at the next film. */
  readonly sureness: string;
  readonly nextFilm: readonly string[];
  readonly curves: readonly CurvePanel[];
  readonly table: readonly RowGroup[];
  readonly reasons: readonly Reason[];
  readonly filmNotes: readonly FilmNote[];
  readonly excluded: string | null;
  readonly methods: readonly string[];
  readonly sources: readonly string[];
  readonly provenance: readonly Fact[];
  /** Size of the upright source picture, px, to which all key frame coordinates belong. */
  readonly picture: { readonly widthPx: number; readonly heightPx: number };
}

/**
 * Turns one result into everything its report says.
 * @returns a whole report also for an empty result; it then says what is missing and why
 */
export function reportModel(input: ReportInput): ReportModel {
  const { result, video, pose, app } = input;
  const setup = input.setup ?? REPORT_SETUP_DEFAULTS;
  const text = input.text ?? textFor(setup.reader);
  const { groups, reasons } = parameterRows(result.parameters, result.asymmetry, text);
  const title = text.gaitTitle[result.gait];
  return {
    text,
    setup,
    title,
    documentTitle: fill(text.documentTitle, { title, file: video.file }),
    file: video.file,
    client: input.client ?? null,
    madeOn: input.madeOn ?? null,
    lead: leadSentences(result, video, text),
    headline: headlineNumbers(result, text),
    comparison: compareSides(result, text),
    strike: strikeSentence(result, text),
    keyFrames: keyFrameRows(result, video, text),
    sureness: surenessSentence(result, text),
    nextFilm: nextFilmAdvice(result.quality, text),
    curves: curvePanels(result.curves, text),
    table: groups,
    reasons,
    filmNotes: filmNotes(result.quality, text),
    excluded: excludedStrides(result, text),
    methods: methodSentences(result, text),
    sources: text.methods.sources,
    provenance: provenanceFacts(result, video, pose, app, text),
    picture: { widthPx: video.widthPx, heightPx: video.heightPx },
  };
}

function surenessSentence(result: TrialResult, text: ReportText): string {
  const total = result.parameters.length;
  if (result.parameters.every((p) => p.value === null)) return text.sureness.nothing;
  const count = result.parameters.filter((p) => p.quality === 'not-measurable').length;
  const caution = result.parameters.filter((p) => p.quality === 'caution').length;
  return count + caution === 0 ? text.sureness.good : fill(text.sureness.intro, { count, total, caution });
}

/** The source frames whose pictures the report shows, each once, in order; empty when there is no stride. */
export function keyFrameNumbers(model: ReportModel): readonly number[] {
  const frames = model.keyFrames.flatMap((row) => row.frames.map((picture) => picture.frame));
  return [...new Set(frames.filter((frame) => frame !== null))].sort((a, b) => a - b);
}
