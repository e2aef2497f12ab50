// A stretch of time as a bar in a window of the timeline.
import { shareOf, type TimeWindow } from './timeWindow.ts';

export interface SpanProps {
  readonly window: TimeWindow;
  readonly span: TimeWindow;
  readonly className?: string;
  readonly title?: string;
}

/** Nothing when it lies outside. */
export function Span({ window, span, className, title }: SpanProps) {
  const from = shareOf(window, span.fromS);
  const to = shareOf(window, span.toS);
  if (to < 0 || from > 1) return null;
  const style = { left: `${100 * from}%`, width: `${100 * (to - from)}%` };
  return <div className={className} style={style} title={title} />;
}
