// One stage of the plan: what is done in it, whether it is done, and every run of it.
import { useState } from 'react';
import type { WalkRunDay, WalkRunStage } from '../../../../core/records/records.ts';
import type { PainRule } from '../../../../core/rehab/painRules.ts';
import { stageWords } from '../../../../core/rehab/rehabSentences.ts';
import { fill } from '../../../../core/report/formatNumber.ts';
import { useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/Button.tsx';
import { MoreMenu } from '../../../parts/MoreMenu.tsx';
import { useNotice } from '../../../parts/Notice.tsx';
import { shortDate, today } from '../../../text/dates.ts';
import { RETURNING_TEXT } from '../../../text/returningText.ts';
import css from '../Returning.module.css';
import { freshStage, OF_STAGES } from './ofStages.ts';
import { RunForm } from './RunForm.tsx';
import { RunTable } from './RunTable.tsx';
import { StageForm } from './StageForm.tsx';

const text = RETURNING_TEXT.plan;

export interface StageLineProps {
  readonly stage: WalkRunStage;
  readonly rule: PainRule;
  /** Null = it lies ahead. */
  readonly mark: 'next' | 'now' | 'done' | null;
}

export function StageLine({ stage, rule, mark }: StageLineProps) {
  const say = useNotice();
  const add = useChange('stages.add', OF_STAGES);
  const change = useChange('stages.change', OF_STAGES);
  const remove = useChange('stages.remove', OF_STAGES);
  const [noted, note] = useState<WalkRunDay | 'new' | null>(null);
  const [isEdited, edit] = useState(false);
  const { id, completedOn } = stage;
  const places = { stage: stage.stage };
  const days = stage.days ?? [];
  const isDone = completedOn !== null;
  const keepDays = (next: readonly WalkRunDay[], told: string): void => {
    const startedOn = next.map(({ date }) => date).toSorted()[0] ?? stage.startedOn;
    const before = { days, startedOn: stage.startedOn };
    change.mutate(
      { id, fields: { days: next, startedOn } },
      { onSuccess: () => say({ text: told, undo: () => change.mutate({ id, fields: before }) }) },
    );
  };
  const turn = (): void =>
    change.mutate(
      { id, fields: { completedOn: isDone ? null : today() } },
      {
        onSuccess: () =>
          say({
            text: fill(isDone ? text.reopened : text.finished, places),
            undo: () => change.mutate({ id, fields: { completedOn } }),
          }),
      },
    );
  const work: Readonly<Record<string, () => void>> = {
    turn,
    edit: () => edit(true),
    remove: () =>
      remove.mutate(
        { id },
        { onSuccess: () => say({ text: fill(text.removed, places), undo: () => add.mutate(freshStage(stage)) }) },
      ),
  };
  const items = [
    { id: 'turn', name: isDone ? text.reopen : text.finish },
    { id: 'edit', name: text.edit },
    { id: 'remove', name: text.remove, danger: true },
  ];
  return (
    <li className={css.stage}>
      <div className={css.stageHead}>
        <h3>
          {fill(text.stage, places)} <span className="quiet">{stageWords(stage)}</span>
        </h3>
        {mark && (
          <span className={css.mark} data-mark={mark}>
            {mark === 'done' ? fill(text.done, { date: shortDate(completedOn ?? '') }) : text[mark]}
          </span>
        )}
        <Button aria-label={fill(text.noteName, places)} onPress={() => note('new')}>
          {text.note}
        </Button>
        <MoreMenu quiet label={fill(text.more, places)} items={items} onChoose={(chosen) => work[chosen]?.()} />
      </div>
      {days.length > 0 && (
        <RunTable
          stage={stage.stage}
          days={days}
          rule={rule}
          onChange={note}
          onRemove={(gone) =>
            keepDays(
              days.filter((day) => day !== gone),
              fill(text.runRemoved, { date: shortDate(gone.date) }),
            )
          }
        />
      )}
      <RunForm
        stage={stage.stage}
        day={noted}
        onClose={() => note(null)}
        onKeep={(day) =>
          keepDays(
            [...days.filter((other) => other !== noted), day].toSorted((a, b) => a.date.localeCompare(b.date)),
            fill(text.runKept, { date: shortDate(day.date) }),
          )
        }
      />
      <StageForm clientId={stage.clientId} stage={isEdited ? stage : null} onClose={() => edit(false)} />
    </li>
  );
}
