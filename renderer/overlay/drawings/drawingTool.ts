// What the pen does next: which tool, which colour, and the points set so far.
import { useMemo, useState } from 'react';
import { DRAWING_KINDS, type Drawing } from '../../../core/records/records.ts';
import type { PicturePoint } from '../../../core/report/skeletonLines.ts';

export type Tool = Drawing['kind'] | 'select';
export const TOOLS: readonly Tool[] = ['select', ...DRAWING_KINDS];

/** Bright enough for any film. */
export const COLOURS = ['#ffe27a', '#ffffff', '#7ee0a1', '#ff8f8f'] as const;

/** Points that each kind needs. */
export const POINTS: Readonly<Record<Drawing['kind'], number>> = { angle: 3, line: 2, arrow: 2, text: 1 };

export interface Pen {
  readonly tool: Tool;
  readonly setTool: (tool: Tool) => void;
  readonly colour: string;
  readonly setColour: (colour: string) => void;
  readonly words: string;
  readonly setWords: (words: string) => void;
  /** Set so far of a drawing that is not complete. */
  readonly points: readonly PicturePoint[];
  readonly setPoints: (points: readonly PicturePoint[]) => void;
  readonly selectedId: string | null;
  readonly select: (id: string | null) => void;
}

/** A pen that draws yellow angles until it is told otherwise. */
export function usePen(): Pen {
  const [tool, setTool] = useState<Tool>('angle');
  const [colour, setColour] = useState<string>(COLOURS[0]);
  const [words, setWords] = useState('');
  const [points, setPoints] = useState<readonly PicturePoint[]>([]);
  const [selectedId, select] = useState<string | null>(null);
  return useMemo(
    () => ({
      tool,
      setTool: (next: Tool) => {
        setTool(next);
        setPoints([]);
        select(null);
      },
      ...{ colour, setColour, words, setWords, points, setPoints, selectedId, select },
    }),
    [tool, colour, words, points, selectedId],
  );
}
