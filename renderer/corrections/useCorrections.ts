// The corrections of one trial: what is under way, what is kept, undo and redo.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TrialView } from '../../core/api/views.ts';
import type { ApiInput, ApiName } from '../../core/api.ts';
import type { Edit } from '../../core/types.ts';
import { ApiProblem, call } from '../api/connection.ts';

type EditCall = Extract<ApiName, `edits.${string}`>;

export interface Corrections {
  /** Under way: shown and measured, not kept yet. Null = nothing. */
  readonly pending: Edit | null;
  /** The library is at work. */
  readonly saving: boolean;
  readonly trouble: ApiProblem | null;
  /** Stay the same for as long as the screen is there. */
  readonly actions: CorrectionActions;
}

export interface CorrectionActions {
  /** What is under way in this moment. */
  readonly now: () => Edit | null;
  /** Shows a correction while it is dragged. */
  readonly drag: (edit: Edit) => void;
  /** Keeps what is dragged. */
  readonly drop: () => void;
  /** Takes back what is dragged. */
  readonly abandon: () => void;
  /** Shows a correction and keeps it when no other follows for a moment: for keys that are pressed many times. */
  readonly nudge: (edit: Edit) => void;
  /** Keeps a correction at once. */
  readonly add: (edit: Edit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** By its place in the list. */
  readonly remove: (place: number) => void;
  readonly reset: () => void;
}

/** What else shows a clip's numbers. */
const OF_NUMBERS: readonly ApiName[] = ['clients.trends', 'results.open', 'clips.exercise'];

/** A pause in pressing keys that means it is done, ms. */
const SETTLED_MS = 600;

/**
 * What leaves this screen takes the correction under way along into the library.
 * @param onPending told at once of what is under way, before anything is drawn; the same function at every drawing
 */
export function useCorrections(clipId: string, onPending: (edit: Edit | null) => void): Corrections {
  const queries = useQueryClient();
  const [pending, setPending] = useState<Edit | null>(null);
  const [queued, setQueued] = useState(0);
  const [trouble, setTrouble] = useState<ApiProblem | null>(null);
  const pendingRef = useRef<Edit | null>(null);
  /** On its way into the library; shown until the answer is there. */
  const sentRef = useRef<Edit | null>(null);
  const timerRef = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const queueRef = useRef<Promise<void>>(Promise.resolve());

  const show = useCallback(
    (edit: Edit | null) => {
      clearTimeout(timerRef.current);
      pendingRef.current = edit;
      onPending(edit);
      setPending(edit);
    },
    [onPending],
  );

  /** One call after the other, so that the last answer is the newest. */
  const send = useCallback(
    <N extends EditCall>(name: N, input: ApiInput<N>, sent: Edit | null = null) => {
      setQueued((count) => count + 1);
      queueRef.current = queueRef.current.then(async () => {
        try {
          const trial: TrialView = await call(name, input);
          queries.setQueryData(['trials.open', { clipId }], trial);
          for (const other of OF_NUMBERS) void queries.invalidateQueries({ queryKey: [other] });
          setTrouble(null);
        } catch (error) {
          if (!(error instanceof ApiProblem)) throw error;
          setTrouble(error);
        } finally {
          if (sent && pendingRef.current === sent) show(null);
          setQueued((count) => count - 1);
        }
      });
    },
    [clipId, queries, show],
  );

  const drop = useCallback(() => {
    clearTimeout(timerRef.current);
    const edit = pendingRef.current;
    if (!edit || edit === sentRef.current) return;
    sentRef.current = edit;
    send('edits.add', { clipId, edit }, edit);
  }, [clipId, send]);
  useEffect(() => () => drop(), [drop]);

  const actions = useMemo((): CorrectionActions => {
    const nudge = (edit: Edit): void => {
      show(edit);
      timerRef.current = setTimeout(drop, SETTLED_MS);
    };
    /** A nudge that has not settled comes first. */
    const settled = (next: () => void): void => {
      drop();
      next();
    };
    return {
      now: () => pendingRef.current,
      drag: show,
      drop,
      abandon: () => show(null),
      nudge,
      add: (edit) => settled(() => send('edits.add', { clipId, edit })),
      undo: () => settled(() => send('edits.undo', { clipId })),
      redo: () => settled(() => send('edits.redo', { clipId })),
      remove: (place) => settled(() => send('edits.remove', { clipId, place })),
      reset: () => settled(() => send('edits.undoAll', { clipId })),
    };
  }, [show, drop, send, clipId]);
  const saving = queued > 0;
  return useMemo(() => ({ pending, saving, trouble, actions }), [pending, saving, trouble, actions]);
}
