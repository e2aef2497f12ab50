// Tables in a terminal: the report's words, in columns.
import type { Cell } from '../../core/report/parameterRows.ts';

/** Lines of equal columns, each as wide as its longest cell; nothing trails. */
export function inColumns(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** A value with its margin. */
export function cellText({ text, margin }: Cell): string {
  return margin === null ? text : `${text} ± ${margin}`;
}
