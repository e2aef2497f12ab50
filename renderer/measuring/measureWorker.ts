// Measures a trial with corrections that are still being dragged, beside the page, so that the page never waits.
import { analyzer } from '../../core/analyze.ts';
import type { AnalyzeOptions, Edit, RawPose, TrialResult } from '../../core/types.ts';

export type ToWorker =
  | { readonly kind: 'pose'; readonly pose: RawPose; readonly options: AnalyzeOptions }
  | { readonly kind: 'measure'; readonly number: number; readonly edits: readonly Edit[] };

export interface FromWorker {
  readonly number: number;
  readonly result: TrialResult;
}

let measure: ((edits: readonly Edit[]) => TrialResult) | null = null;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'pose') measure = analyzer(data.pose, data.options);
  else if (measure) {
    const answer: FromWorker = { number: data.number, result: measure(data.edits) };
    postMessage(answer);
  }
});
