// A button that shows a sheet as it will be printed, and saves it as a PDF.
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SheetAsk, SheetPreview } from '../../core/api/sheets.ts';
import { PAPERS, type Paper } from '../../core/report/reportSetup.ts';
import { type ApiProblem, call } from '../api/connection.ts';
import { chooseSave, handOut } from '../hooks/chooseFile.ts';
import { Button } from '../parts/Button.tsx';
import { Progress } from '../parts/Progress.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { Window } from '../parts/Window.tsx';
import { PaperPreview } from '../screens/report/PaperPreview.tsx';
import { REPORT_SCREEN_TEXT } from '../text/reportScreenText.ts';
import { SHEETS_TEXT as text } from '../text/sheetsText.ts';
import css from './PrintSheet.module.css';

/** Which sheet; the paper is chosen in the dialog. */
type SheetWithoutPaper = SheetAsk extends infer A ? (A extends SheetAsk ? Omit<A, 'paper'> : never) : never;

export interface PrintSheetProps {
  /** On the button, and above the sheet. */
  readonly title: string;
  readonly ask: SheetWithoutPaper;
}

export function PrintSheet({ title, ask }: PrintSheetProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{title}</Button>
      <SheetWindow title={title} ask={ask} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

export interface SheetWindowProps extends Pick<PrintSheetProps, 'title' | 'ask'> {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The dialog alone, for what is opened from a menu. */
export function SheetWindow({ title, ask, isOpen, onClose }: SheetWindowProps) {
  return (
    <Window title={title} wide isOpen={isOpen} onClose={onClose}>
      <SheetOnPaper ask={ask} />
    </Window>
  );
}

const PAPER_OPTIONS = PAPERS.map((id) => ({ id, name: REPORT_SCREEN_TEXT.papers[id] }));

function SheetOnPaper({ ask: wanted }: Pick<PrintSheetProps, 'ask'>) {
  const [paper, setPaper] = useState<Paper>('a4');
  const ask = { ...wanted, paper } as SheetAsk;
  // Records change behind it: it is put together anew each time it is opened.
  const {
    data: preview,
    error,
    isFetching,
  } = useQuery<SheetPreview, ApiProblem>({
    queryKey: ['sheets.preview', ask],
    queryFn: () => call('sheets.preview', ask),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const save = useMutation<void, ApiProblem>({
    meta: { toldHere: true },
    mutationFn: async () => {
      const day = new Date().toISOString().slice(0, 10);
      const to = await chooseSave('report', `OpenStride ${preview?.title ?? ''} ${day}.pdf`);
      if (to) handOut(await call('sheets.save', { ask, file: to.file }));
    },
  });
  return (
    <div className={css.sheet}>
      <div className={css.bar}>
        <Segmented label={REPORT_SCREEN_TEXT.paper} value={paper} options={PAPER_OPTIONS} onChange={setPaper} />
        <Button look="main" isDisabled={!preview} isPending={save.isPending} onPress={() => save.mutate()}>
          {text.save}
        </Button>
      </div>
      {save.isPending && <Progress label={text.saving} done={null} />}
      {(error ?? save.error) && <Trouble trouble={(error ?? save.error)!} />}
      {preview && <PaperPreview preview={preview} paper={paper} isStale={isFetching} />}
    </div>
  );
}
