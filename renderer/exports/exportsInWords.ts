// The exports that are worth a look, and how many of them there are in words.
import type { ExportView } from '../../core/api/exports.ts';
import { fill } from '../../core/report/formatNumber.ts';
import { EXPORT_TEXT } from '../text/exportText.ts';

const text = EXPORT_TEXT.out;

/** Under way, failed or written: all but those that were stopped or cleared from the list. */
export function shownExports(
  all: readonly ExportView[] | undefined,
  cleared: ReadonlySet<string>,
): readonly ExportView[] {
  return all?.filter(({ id, state }) => state !== 'cancelled' && !cleared.has(id)) ?? [];
}

/** Under way or waiting, in their order. */
export const underway = (shown: readonly ExportView[]): readonly ExportView[] => shown.filter(isUnderway);

/** Being written, or waiting for its turn. */
export const isUnderway = ({ state }: ExportView): boolean => state === 'writing' || state === 'waiting';

/** The one line for all of them, what needs a look first, e.g. `Writing 2 files, 40 %`. */
export function allInWords(shown: readonly ExportView[]): string {
  const busy = underway(shown);
  const failed = shown.filter(({ state }) => state === 'failed').length;
  if (busy.length > 0)
    return percentBehind(
      counted(busy.length, text.one, text.many),
      (busy.find(({ state }) => state === 'writing') ?? busy[0]!).done,
    );
  if (failed > 0) return counted(failed, text.oneFailed, text.manyFailed);
  return counted(shown.length, text.oneDone, text.manyDone);
}

const percentBehind = (words: string, done: number): string =>
  fill(text.percent, { words, pct: Math.floor(100 * done) });
const counted = (n: number, one: string, many: string): string => (n === 1 ? one : fill(many, { n }));
