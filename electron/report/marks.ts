// The small signs of a report: a leg's line, a verdict, the maker's mark.

import type { Verdict } from '../../core/report/parameterRows.ts';
import type { Side } from '../../core/types.ts';
import { type Html, html } from './html.ts';

/** A short stroke in the leg's own line, so that colour is never the only sign. */
export function sideMark(side: Side | 'first' | 'second', label: string): Html {
  return html`<svg class="side-mark" viewBox="0 0 24 8" aria-hidden="true"><path class="mean ${side}" d="M1 4H23"/></svg>${
    label !== '' && html`<span class="side">${label}</span>`
  }`;
}

/** Filled for a difference, open for none, a dash for not comparable. */
export function verdictMark(verdict: Verdict): Html {
  const shape = {
    different: html`<circle class="full" cx="5" cy="5" r="4"/>`,
    'within-error': html`<circle class="open" cx="5" cy="5" r="3.4"/>`,
    'not-measurable': html`<path class="open" d="M2 5H8"/>`,
  }[verdict];
  return html`<svg class="verdict-mark" viewBox="0 0 10 10" aria-hidden="true">${shape}</svg>`;
}

/** A small sign: one stride of each leg. */
export function strideMark(): Html {
  return html`<svg class="mark" viewBox="0 0 26 14" aria-hidden="true">
    <path class="mean left" d="M1 12C6 12 6 2 11 2S16 12 21 12"/><path class="mean right" d="M5 12C10 12 10 2 15 2S20 12 25 12"/></svg>`;
}

/** From the first value to the second. Drawn, because the typeface has no arrow. */
export function arrowMark(): Html {
  return html`<svg class="arrow-mark" viewBox="0 0 14 8" aria-hidden="true"><path d="M1 4H12M9 1.2L12.4 4L9 6.8"/></svg>`;
}
