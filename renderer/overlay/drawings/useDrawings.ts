// The drawings of a clip: kept in the library, with undo and redo for as long as the screen is open.
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { Drawing, Fresh } from '../../../core/records/records.ts';
import { ApiProblem, call } from '../../api/connection.ts';
import { useCall } from '../../api/queries.ts';

export interface Drawings {
  readonly all: readonly Drawing[];
  readonly add: (drawing: Omit<Fresh<Drawing>, 'clipId'>) => void;
  readonly change: (drawing: Drawing, fields: Partial<Fresh<Drawing>>) => void;
  readonly remove: (drawing: Drawing) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly trouble: ApiProblem | null;
}

/** Something that was done, and how to take it back and do it again. */
interface Step {
  readonly undo: () => Promise<unknown>;
  readonly redo: () => Promise<unknown>;
}

const NONE: readonly Drawing[] = [];

/** What was drawn on a clip's frames, and ways to change it. */
export function useDrawings(clipId: string): Drawings {
  const queries = useQueryClient();
  const { data: all = NONE } = useCall('drawings.list', { clipId });
  const [trouble, setTrouble] = useState<ApiProblem | null>(null);
  const doneRef = useRef<Step[]>([]);
  const undoneRef = useRef<Step[]>([]);
  const queueRef = useRef<Promise<void>>(Promise.resolve());

  return useMemo(() => {
    /** One after the other, then the list is asked for again. */
    const run = (work: () => Promise<unknown>): void => {
      queueRef.current = queueRef.current.then(async () => {
        try {
          await work();
          setTrouble(null);
        } catch (error) {
          if (!(error instanceof ApiProblem)) throw error;
          setTrouble(error);
        }
        await queries.invalidateQueries({ queryKey: ['drawings.list', { clipId }] });
      });
    };
    const doStep = (step: Step): void => {
      doneRef.current.push(step);
      undoneRef.current = [];
      run(step.redo);
    };
    const move = (from: Step[], to: Step[], way: 'undo' | 'redo'): void => {
      const step = from.pop();
      if (!step) return;
      to.push(step);
      run(step[way]);
    };
    return {
      all,
      trouble,
      add: (fields) => doStep(addition({ clipId, ...fields }, null)),
      remove: (drawing) => {
        const { undo, redo } = addition(freshOf(drawing), drawing.id);
        doStep({ undo: redo, redo: undo });
      },
      change: ({ id, ...before }, fields) => {
        const old = Object.fromEntries(Object.keys(fields).map((name) => [name, before[name as keyof typeof before]]));
        doStep({
          undo: () => call('drawings.change', { id, fields: old }),
          redo: () => call('drawings.change', { id, fields }),
        });
      },
      undo: () => move(doneRef.current, undoneRef.current, 'undo'),
      redo: () => move(undoneRef.current, doneRef.current, 'redo'),
    };
  }, [all, trouble, clipId, queries]);
}

/** Redo adds it, undo removes it; the library gives it a new id each time it is added. */
function addition(drawing: Fresh<Drawing>, knownId: string | null): Step {
  let id = knownId;
  return {
    redo: async () => {
      id = (await call('drawings.add', drawing)).id;
    },
    undo: async () => {
      if (id !== null) await call('drawings.remove', { id });
    },
  };
}

function freshOf({ clipId, kind, timeS, points, text, colour }: Drawing): Fresh<Drawing> {
  return { clipId, kind, timeS, points, text, colour };
}
