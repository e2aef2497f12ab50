// One number for the whole path of a film, from the stages' own.

export type OnStage = (stage: string, done: number) => void;

/** Where each stage begins, as a share of the whole; measured on a 12 s film with overlay and report. */
const WITH_OVERLAY = {
  'reading the film': 0,
  'finding the runner': 0.02,
  measuring: 0.8,
  'drawing the overlay': 0.81,
  'printing the report': 0.94,
  done: 1,
};
const WITHOUT_OVERLAY = { ...WITH_OVERLAY, measuring: 0.91, 'drawing the overlay': 0.92, 'printing the report': 0.92 };

export type Stage = keyof typeof WITH_OVERLAY;

/** Tells stage and share of the whole; never goes back. */
export function stageProgress({ overlay, onProgress }: { readonly overlay: boolean; readonly onProgress: OnStage }) {
  const starts = overlay ? WITH_OVERLAY : WITHOUT_OVERLAY;
  const order = Object.keys(starts) as Stage[];
  let current: Stage = 'reading the film';
  return {
    begin(stage: Stage): void {
      current = stage;
      onProgress(stage, starts[stage]);
    },
    /** @param done 0–1 of the current stage */
    within: (done: number): void => {
      const next = starts[order[order.indexOf(current) + 1] ?? 'done'];
      onProgress(current, starts[current] + Math.min(1, Math.max(0, done)) * (next - starts[current]));
    },
  };
}
