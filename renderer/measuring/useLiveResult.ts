// A trial's numbers as they are now: the library's, or the worker's while a correction is under way.
import { useEffect, useRef, useState } from 'react';
import type { TrialView } from '../../core/api/views.ts';
import type { Edit, TrialResult } from '../../core/types.ts';
import { useCall } from '../api/queries.ts';
import { LiveMeasurer } from './liveMeasurer.ts';

export interface LiveResult {
  readonly result: TrialResult | null;
  /** `result` holds the correction that is under way. */
  readonly provisional: boolean;
}

interface Measured {
  readonly result: TrialResult;
  /** What it was measured with. */
  readonly pending: readonly Edit[];
}

/**
 * @param pending corrections that are not in the library yet, on top of the trial's; null = none
 * @param ready someone may soon correct something: fetch the pose and start the worker
 */
export function useLiveResult(trial: TrialView, pending: readonly Edit[] | null, ready: boolean): LiveResult {
  const clipId = trial.clip.id;
  const poseQuery = useCall('trials.pose', { clipId }, { enabled: ready && trial.pose !== null });
  const measurerRef = useRef<LiveMeasurer | null>(null);
  const roundsRef = useRef(new Map<number, readonly Edit[]>());
  const [measured, setMeasured] = useState<Measured | null>(null);
  const poseView = ready ? poseQuery.data : undefined;

  useEffect(() => {
    if (!poseView) return;
    const rounds = roundsRef.current;
    const measurer = new LiveMeasurer(poseView, (result, number) => {
      const asked = rounds.get(number);
      for (const old of rounds.keys()) if (old <= number) rounds.delete(old);
      if (asked) setMeasured({ result, pending: asked });
    });
    measurerRef.current = measurer;
    return () => {
      measurer.close();
      measurerRef.current = null;
      rounds.clear();
      setMeasured(null);
    };
  }, [poseView]);

  const inForce = trial.edits.edits;
  useEffect(() => {
    const measurer = measurerRef.current;
    if (!pending) setMeasured(null);
    if (!measurer || !pending || !poseView) return;
    roundsRef.current.set(measurer.measure([...inForce, ...pending]), pending);
  }, [pending, inForce, poseView]);

  if (pending && measured) return { result: measured.result, provisional: true };
  return { result: trial.result, provisional: false };
}
