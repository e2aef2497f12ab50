// Shows a film's runner as large as the stages allow, and as large as the other film's.
import { useEffect, useMemo } from 'react';
import { legLengthPx } from '../../../core/phase/pelvisSkeleton.ts';
import { commonLegPx, runnerBox } from '../../../core/phase/runnerBox.ts';
import type { CropBox } from '../../../core/report/keyFrames.ts';
import type { Side, TrialResult } from '../../../core/types.ts';
import type { Size } from '../../player/pictureFrame.ts';
import type { ZoomControl } from '../../player/useZoom.ts';

/** Where a runner is in the picture, and how large. */
export interface Runner {
  readonly box: CropBox;
  /** Of the leg that is looked at, px of the picture. */
  readonly legPx: number;
}

/** @returns null when nobody was seen */
export function useRunner({ clean }: TrialResult, side: Side): Runner | null {
  return useMemo(() => {
    const box = runnerBox(clean);
    const legPx = legLengthPx(clean, side);
    return box !== null && legPx > 0 ? { box, legPx } : null;
  }, [clean, side]);
}

/**
 * @param whole the whole picture instead
 * @param stage both stages are this large, CSS px
 */
export function useRunnerZoom(
  zoom: ZoomControl,
  own: Runner | null,
  other: Runner | null,
  stage: Size,
  whole: boolean,
): void {
  const { set } = zoom;
  const { widthPx, heightPx } = stage;
  useEffect(() => {
    if (widthPx === 0) return;
    if (whole || own === null) {
      set(null);
      return;
    }
    const legOnScreenPx = commonLegPx(other === null ? [own] : [own, other], { widthPx, heightPx });
    const { box } = own;
    set({ scale: legOnScreenPx / own.legPx, centre: { x: box.x + box.width / 2, y: box.y + box.height / 2 } });
  }, [set, own, other, widthPx, heightPx, whole]);
}
