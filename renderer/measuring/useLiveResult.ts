// A trial's numbers as they are now: the library's, or the worker's while a correction is under way.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { TrialView } from '../../core/api/views.ts';
import type { Edit, TrialResult } from '../../core/types.ts';
import { useCall } from '../api/queries.ts';
import { LiveMeasurer } from './liveMeasurer.ts';

export interface LiveResult {
  readonly result: TrialResult | null;
  /** `result` holds the correction that is under way. */
  readonly provisional: boolean;
  /** Measures with a correction that is not in the library yet, on top of those that are; null = there is none any more. */
  readonly measureWith: (pending: Edit | null) => void;
}

/** @param ready someone may soon correct something: fetch the pose and start the worker */
export function useLiveResult(trial: TrialView, ready: boolean): LiveResult {
  const clipId = trial.clip.id;
  const { data } = useCall('trials.pose', { clipId }, { enabled: ready && trial.pose !== null });
  const poseView = ready ? data : undefined;
  const [measured, setMeasured] = useState<TrialResult | null>(null);
  const measurerRef = useRef<LiveMeasurer | null>(null);
  /** The first round that belongs to the correction under way; null = there is none. */
  const sinceRef = useRef<number | null>(null);
  const inForceRef = useRef(trial.edits.edits);
  inForceRef.current = trial.edits.edits;

  useEffect(() => {
    if (!poseView) return;
    const measurer = new LiveMeasurer(poseView, (result, round) => {
      if (sinceRef.current !== null && round >= sinceRef.current) setMeasured(result);
    });
    measurerRef.current = measurer;
    return () => {
      measurer.close();
      measurerRef.current = null;
      setMeasured(null);
    };
  }, [poseView]);

  const measureWith = useCallback((pending: Edit | null) => {
    if (pending) {
      const round = measurerRef.current?.measure([...inForceRef.current, pending]) ?? null;
      sinceRef.current ??= round;
    } else {
      sinceRef.current = null;
      setMeasured(null);
    }
  }, []);

  return { result: measured ?? trial.result, provisional: measured !== null, measureWith };
}
