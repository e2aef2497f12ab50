// What a file that leaves the library is called: whose, which day, which side, what it is. The person's name is never in it.

import type { ExportAsk } from '../api/exports.ts';
import type { ClipView } from '../api/views.ts';
import { REPORT_TEXT } from '../report/reportText.ts';

/** A clip as files are named for it. */
export type NamedClip = {
  readonly clip: Pick<ClipView['clip'], 'view' | 'condition'>;
  readonly session: Pick<ClipView['session'], 'date'>;
  readonly client: Pick<ClipView['client'], 'code'>;
};

const ENDINGS = { parameters: 'csv', curves: 'csv', jpeg: 'jpg' } as const;
const VIEWS = { auto: '', left: ' left', right: ' right', posterior: ' behind' } as const;

/**
 * For example `OpenStride R-17 2026-03-02 left film.mp4`.
 * @param first of a pair its first clip @param second of a pair its second clip; else not looked at
 */
export function exportName(ask: ExportAsk, first: NamedClip, second: NamedClip = first): string {
  const what = 'a' in ask ? pairWords(ask, first, second) : clipWords(first);
  return `OpenStride ${codeInName(first.client.code)} ${what}${kindWords(ask)}.${endingOf(ask)}`;
}

/** A client's code as part of a file's name. */
export function codeInName(code: string): string {
  return code.replace(/[^\p{L}\p{N} _-]/gu, '').slice(0, 40) || 'without code';
}

function clipWords({ clip: { view, condition }, session }: NamedClip): string {
  return `${session.date}${VIEWS[view]}${condition ? ` ${condition}` : ''}`;
}

function pairWords({ a, b }: Extract<ExportAsk, { a: unknown }>, first: NamedClip, second: NamedClip): string {
  const [one, other] = [first.session.date, second.session.date];
  return `${one} ${a.side} and ${one === other ? '' : `${other} `}${b.side}`;
}

function kindWords(ask: ExportAsk): string {
  switch (ask.kind) {
    case 'table':
      return ask.format === 'parameters' ? ' measures' : ask.format === 'curves' ? ' curves' : '';
    case 'film':
      return ' film';
    case 'frame':
      return ` frame ${ask.frame + 1}`;
    case 'pair':
      return ' side by side';
    case 'chart':
    case 'pairChart':
      return ` ${REPORT_TEXT.channels[ask.channel].title.toLowerCase()} curve`;
  }
}

function endingOf(ask: ExportAsk): string {
  if (ask.kind === 'film' || ask.kind === 'pair') return 'mp4';
  return ask.format in ENDINGS ? ENDINGS[ask.format as keyof typeof ENDINGS] : ask.format;
}
