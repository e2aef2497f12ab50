// How large the page's text is, for what is drawn beside it.

/** CSS px of 1 rem. */
export function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
