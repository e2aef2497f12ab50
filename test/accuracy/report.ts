// The claims as tables, for a terminal and for the README.

import type { Claim, Figures, Section } from './claims.ts';

/** One section for the terminal. */
export function asText({ title, about, claims, figures = [] }: Section): string {
  const head = ['', 'asked', 'measured', ''];
  const rows = claims.map((claim) => [claim.what, claim.asked, claim.measured, verdict(claim)]);
  const tables = figures.map((one) => `\n${one.title}\n${columns(one.head, one.rows)}\n`);
  return `\n${title}\n${'='.repeat(title.length)}\n${about}\n\n${columns(head, rows)}\n${tables.join('')}`;
}

/** One section for the README. */
export function asMarkdown({ title, about, claims, figures = [] }: Section): string {
  const rows = claims.map((claim) => [claim.what, claim.asked, claim.measured, verdict(claim)]);
  const tables = figures.map((one) => `<details><summary>${one.title}</summary>\n\n${table(one)}\n\n</details>\n`);
  return [`## ${title}`, '', about, '', table({ head: ['', 'asked', 'measured', ''], rows }), '', ...tables].join('\n');
}

function verdict({ isMet, kind }: Claim): string {
  if (isMet) return 'reached';
  return kind === 'bar' ? 'MISSED' : 'not reached';
}

function table({ head, rows }: Pick<Figures, 'head' | 'rows'>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function columns(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, k) => Math.max(...all.map((row) => row[k]!.length)));
  return all.map((row) => `  ${row.map((cell, k) => cell.padEnd(widths[k]!)).join('  ')}`.trimEnd()).join('\n');
}
