// Measures a trial with corrections that are still being dragged, beside the page, so that the page never waits.
import { analyzer } from '../../core/analyze.ts';
import type { AnalyzeOptions, Edit, PointSeries, RawPose, TrialResult } from '../../core/types.ts';

export type ToWorker =
  | { readonly kind: 'pose'; readonly pose: RawPose; readonly options: AnalyzeOptions }
  | { readonly kind: 'measure'; readonly number: number; readonly edits: readonly Edit[] };

export interface FromWorker {
  readonly number: number;
  /** Without the points of its clean pose, which are nine tenths of it. */
  readonly result: TrialResult;
  /** By landmark number; null = the same as in the round before. */
  readonly points: readonly (PointSeries | null)[];
}

let measure: ((edits: readonly Edit[]) => TrialResult) | null = null;
let sent: readonly PointSeries[] = [];

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'pose') measure = analyzer(data.pose, data.options);
  else if (measure) {
    const { clean, ...result } = measure(data.edits);
    const points = clean.points.map((point, landmark) => (point === sent[landmark] ? null : point));
    sent = clean.points;
    const answer: FromWorker = { number: data.number, result: { ...result, clean: { ...clean, points: [] } }, points };
    postMessage(answer);
  }
});
