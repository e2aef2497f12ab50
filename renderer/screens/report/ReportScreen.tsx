// The report being made: what goes in on the left, the pages as they will be printed on the right.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { AppCommand } from '../../../core/api/bridge.ts';
import type { ReportAsk, ReportPreview } from '../../../core/api/reports.ts';
import type { TrendClip } from '../../../core/api/views.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { type ApiProblem, call } from '../../api/connection.ts';
import { Button } from '../../parts/Button.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { useNotice } from '../../parts/Notice.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { useScreenCommands } from '../../shell/useAppCommands.ts';
import { longDate } from '../../text/dates.ts';
import { REPORT_SCREEN_TEXT as text } from '../../text/reportScreenText.ts';
import { MadeReports } from './MadeReports.tsx';
import { PaperPreview } from './PaperPreview.tsx';
import css from './Report.module.css';
import { ReportFilms } from './ReportFilms.tsx';
import { ReportForm } from './ReportForm.tsx';
import { FRESH_DRAFT, kindOf } from './reportDraft.ts';
import { type ToSave, useSaveReport } from './useSaveReport.ts';
import { useSettled } from './useSettled.ts';

export interface ReportScreenProps {
  /** All measured ones of the client, the oldest first; at least one. */
  readonly films: readonly TrendClip[];
  /** What the address names. */
  readonly begunWith: readonly string[];
}

export function ReportScreen({ films, begunWith }: ReportScreenProps) {
  const [chosenIds, choose] = useState(begunWith);
  const [draft, setDraft] = useState(FRESH_DRAFT);
  const say = useNotice();
  const chosen = films.filter(({ clipId }) => chosenIds.includes(clipId));
  const { kinds, kind } = kindOf(chosen, draft);
  const asked: ReportAsk | null = kind && { ...draft, kind, clipIds: chosen.map(({ clipId }) => clipId) };
  const settled = useSettled(asked);
  const { data: preview, error, isFetching, isPlaceholderData, refetch } = usePreview(settled);
  const isStale = isFetching || isPlaceholderData || JSON.stringify(settled) !== JSON.stringify(asked);
  const save = useSaveReport();
  const last = chosen.at(-1) ?? films.at(-1)!;
  const keep = (what: ToSave): void =>
    save.mutate(what, {
      onSuccess: (isSaved) => isSaved && say({ text: fill(text.saved, { date: longDate(last.date) }) }),
    });
  const canSave = preview !== undefined && !isStale && kind !== null && error === null;
  const print = (): void => {
    if (canSave) keep({ preview });
  };
  usePrintCommand(print);
  return (
    <div className={css.screen}>
      <div className={css.form}>
        <header className={css.head}>
          <h1>{text.title}</h1>
          <Button look="main" isDisabled={!canSave} isPending={save.isPending} onPress={print}>
            {text.save}
          </Button>
        </header>
        {save.isPending && <Progress label={text.saving} done={null} />}
        {save.error && <Trouble trouble={save.error} />}
        <ReportFilms films={films} chosen={chosenIds} onChoose={choose} />
        <ReportForm draft={draft} kinds={kinds} kind={kind} onChange={setDraft} />
        <MadeReports sessionId={last.sessionId} date={last.date} onSave={(report) => keep({ report })} />
      </div>
      <div className={css.side}>
        <div role="status" className={css.state}>
          {kind && isStale && <Progress label={text.making} done={null} />}
          {preview?.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
        {kind === null ? (
          <Empty title={text.noKind}>
            <p>{text.noKindWords}</p>
          </Empty>
        ) : error ? (
          <Trouble trouble={error} onRetry={() => void refetch()} />
        ) : (
          preview && settled && <PaperPreview preview={preview} paper={settled.setup.paper} isStale={isStale} />
        )}
      </div>
    </div>
  );
}

/** The last one stays in sight while the next is made; none is kept, for results change behind their back. */
function usePreview(ask: ReportAsk | null) {
  return useQuery<ReportPreview, ApiProblem>({
    queryKey: ['reports.preview', ask],
    queryFn: () => call('reports.preview', ask!),
    enabled: ask !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** The menu's Print report does what the button does. */
function usePrintCommand(print: () => void): void {
  const latest = useRef(print);
  latest.current = print;
  useScreenCommands(
    useCallback(({ kind }: AppCommand) => {
      if (kind === 'print-report') latest.current();
      return kind === 'print-report';
    }, []),
  );
}
