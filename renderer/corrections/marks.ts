// A window of the film marked by its first and its last frame.
export interface Marks {
  readonly inFrame: number | null;
  readonly outFrame: number | null;
}

export const NO_MARKS: Marks = { inFrame: null, outFrame: null };

/** The window when both ends are marked, whichever came first; else null. */
export function markedFrames({ inFrame, outFrame }: Marks): { readonly from: number; readonly to: number } | null {
  if (inFrame === null || outFrame === null) return null;
  return { from: Math.min(inFrame, outFrame), to: Math.max(inFrame, outFrame) };
}
