// What a changed stage is seen on, and what of a stage record is the clinician's.
import type { Fresh, WalkRunStage } from '../../../../core/records/records.ts';

export const OF_STAGES = ['stages.list'] as const;

/** A record as it would be added again. */
export function freshStage({
  id: _id,
  createdAt: _made,
  changedAt: _changed,
  ...fields
}: WalkRunStage): Fresh<WalkRunStage> {
  return fields;
}
