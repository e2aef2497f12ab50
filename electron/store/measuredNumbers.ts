// The numbers of each clip as last measured, so that a client's trend need not measure every clip again.
import { deflateSync, inflateSync } from 'node:zlib';
import type { Capture, Gait, Parameter, QualityFlag, View } from '../../core/types.ts';
import type { Shelf } from './recordTable.ts';

/** What a trend needs of a result. */
export interface MeasuredNumbers {
  readonly gait: Gait;
  readonly view: View;
  readonly speedMs: number | null;
  readonly edits: number;
  readonly capture: Capture;
  readonly rateHz: number;
  readonly quality: readonly QualityFlag[];
  readonly parameters: readonly Parameter[];
}

export interface MeasuredNumberStore {
  /** Null when there are none, or they were made from something else. @param madeFrom hash of all that went in */
  get(clipId: string, madeFrom: string): MeasuredNumbers | null;
  keep(clipId: string, madeFrom: string, numbers: MeasuredNumbers): void;
}

/** Opens the measured numbers. */
export function measuredNumberStore({ db, sealer }: Shelf): MeasuredNumberStore {
  const place = (clipId: string) => `measured_numbers/${clipId}`;
  return {
    get: (clipId, madeFrom) => {
      const sql = 'SELECT sealed FROM measured_numbers WHERE clip_id = ? AND made_from = ?';
      const sealed = db.get(sql, clipId, madeFrom)?.sealed;
      if (!sealed) return null;
      return JSON.parse(inflateSync(sealer.open(sealed as Uint8Array, place(clipId))).toString()) as MeasuredNumbers;
    },
    keep: (clipId, madeFrom, numbers) => {
      const sealed = sealer.seal(deflateSync(JSON.stringify(numbers)), place(clipId));
      const sql = 'INSERT OR REPLACE INTO measured_numbers (clip_id, made_from, sealed) VALUES (?, ?, ?)';
      db.run(sql, clipId, madeFrom, sealed);
    },
  };
}
