// The report as it will be printed: the same document, in a frame that can reach nothing, as wide as there is room.
import { useState } from 'react';
import type { SheetPreview } from '../../../core/api/sheets.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { type Paper, PREVIEW_GAP_MM, SHEET_MM } from '../../../core/report/reportSetup.ts';
import { Button } from '../../parts/Button.tsx';
import { useSize } from '../../player/useSize.ts';
import { counted } from '../../text/dates.ts';
import { REPORT_SCREEN_TEXT as text } from '../../text/reportScreenText.ts';
import css from './Report.module.css';

const PX_PER_MM = 96 / 25.4;
/** Larger than on paper it only gets coarse. */
const MOST_SCALE = 1.25;

export interface PaperPreviewProps {
  /** A report's, or a single sheet's. */
  readonly preview: SheetPreview;
  readonly paper: Paper;
  /** Another is being made. */
  readonly isStale: boolean;
}

export function PaperPreview({ preview, paper, isStale }: PaperPreviewProps) {
  const [desk, setDesk] = useState<HTMLElement | null>(null);
  const [room, setRoom] = useState<HTMLElement | null>(null);
  const { widthPx } = useSize(room);
  const sheet = SHEET_MM[paper];
  const wide = sheet.width * PX_PER_MM;
  const step = (sheet.height + PREVIEW_GAP_MM) * PX_PER_MM;
  const high = preview.pages * step - PREVIEW_GAP_MM * PX_PER_MM;
  const scale = widthPx === 0 ? 0 : Math.min(MOST_SCALE, widthPx / wide);
  const label = fill(text.previewOf, { pages: counted(preview.pages, text.pages) });
  const numbers = Array.from({ length: preview.pages }, (_, i) => i + 1);
  const turnTo = (page: number): void => desk?.scrollTo({ top: (page - 1) * step * scale });
  return (
    <section className={css.preview} aria-label={label}>
      <nav className={css.pages} aria-label={text.preview}>
        {numbers.map((n) => (
          <Button key={n} look="plain" onPress={() => turnTo(n)}>
            {fill(text.page, { n })}
          </Button>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
      <section ref={setDesk} className={css.desk} aria-label={text.paperTitle} tabIndex={0}>
        <div ref={setRoom} className={css.room} style={{ height: high * scale }} data-stale={isStale || undefined}>
          <iframe
            title={text.paperTitle}
            srcDoc={preview.html}
            sandbox="allow-scripts"
            tabIndex={-1}
            className={css.paper}
            style={{
              width: wide,
              height: high,
              transform: `scale(${scale})`,
              left: Math.max(0, (widthPx - wide * scale) / 2),
            }}
          />
        </div>
      </section>
    </section>
  );
}
