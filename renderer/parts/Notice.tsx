// A sentence at the foot of the window after something was done, with its undo; read out by screen readers.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { PARTS_TEXT } from '../text/partsText.ts';
import { Button } from './Button.tsx';
import css from './Notice.module.css';

export interface Notice {
  readonly text: string;
  /** Takes back what was done. */
  readonly undo?: () => void;
  /** Something else that can be done about it, e.g. show the file. */
  readonly act?: { readonly name: string; readonly do: () => void };
}

/** Long enough to read it and to reach for the undo. */
const SHOWN_MS = 8000;

const NoticeContext = createContext<(notice: Notice) => void>(() => {});

/** Shows a notice; the next one takes its place. */
export function useNotice(): (notice: Notice) => void {
  return useContext(NoticeContext);
}

/** Keeps the place at the foot of the window and the notice in it. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const close = useCallback(() => setNotice(null), []);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, close]);
  return (
    <NoticeContext value={setNotice}>
      {children}
      <div role="status" className={css.place}>
        {notice && (
          <div className={css.notice}>
            <span>{notice.text}</span>
            {notice.undo && (
              <Button
                look="plain"
                onPress={() => {
                  notice.undo?.();
                  close();
                }}
              >
                {PARTS_TEXT.undo}
              </Button>
            )}
            {notice.act && (
              <Button
                look="plain"
                onPress={() => {
                  notice.act?.do();
                  close();
                }}
              >
                {notice.act.name}
              </Button>
            )}
            <Button look="plain" aria-label={PARTS_TEXT.closeNotice} onPress={close}>
              ✕
            </Button>
          </div>
        )}
      </div>
    </NoticeContext>
  );
}
