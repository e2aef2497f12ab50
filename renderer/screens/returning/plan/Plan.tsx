// The walk–run plan: what the rule says of the next run and why, and every stage with its runs.
import { useState } from 'react';
import type { Injury, WalkRunStage } from '../../../../core/records/records.ts';
import { tissueOf } from '../../../../core/rehab/bodyRegions.ts';
import type { GaitSymmetry } from '../../../../core/rehab/gaitSymmetry.ts';
import { PAIN_RULES, USUAL_TISSUE } from '../../../../core/rehab/painRules.ts';
import { planSentences, sourceWords } from '../../../../core/rehab/rehabSentences.ts';
import { REHAB_TEXT } from '../../../../core/rehab/rehabText.ts';
import { planStep } from '../../../../core/rehab/walkRunSteps.ts';
import { freshPlan, planOddities } from '../../../../core/rehab/walkRunTemplate.ts';
import { fill } from '../../../../core/report/formatNumber.ts';
import { REPORT_TEXT } from '../../../../core/report/reportText.ts';
import { useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/Button.tsx';
import { Empty } from '../../../parts/Empty.tsx';
import { PrintSheet } from '../../../sheets/PrintSheet.tsx';
import { today } from '../../../text/dates.ts';
import { RETURNING_TEXT } from '../../../text/returningText.ts';
import css from '../Returning.module.css';
import { OF_STAGES } from './ofStages.ts';
import { StageForm } from './StageForm.tsx';
import { StageLine } from './StageLine.tsx';

const text = RETURNING_TEXT.plan;

export interface PlanProps {
  readonly clientId: string;
  readonly stages: readonly WalkRunStage[];
  readonly injury: Injury | null;
  /** Of the last film; empty = not filmed. */
  readonly gait: readonly GaitSymmetry[];
}

export function Plan({ clientId, stages, injury, gait }: PlanProps) {
  const add = useChange('stages.add', OF_STAGES);
  const [isAdding, setAdding] = useState(false);
  const inOrder = stages.toSorted((a, b) => a.stage - b.stage);
  const rule = PAIN_RULES[injury ? tissueOf(injury) : USUAL_TISSUE];
  const step = planStep(inOrder, rule, gait, today());
  const begin = async (): Promise<void> => {
    for (const stage of freshPlan(clientId)) await add.mutateAsync(stage);
  };
  if (inOrder.length === 0)
    return (
      <Empty title={text.none}>
        <p>{text.noneWords}</p>
        {/* What fails is told by a notice of its own. */}
        <Button look="main" isPending={add.isPending} onPress={() => void begin().catch(() => undefined)}>
          {text.begin}
        </Button>
      </Empty>
    );
  return (
    <div className={css.reading}>
      <section className={css.advice} aria-label={REHAB_TEXT.readiness.plan}>
        {planSentences(step, rule, REPORT_TEXT).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="fine">{fill(text.rule, { sources: rule.sources.map((name) => sourceWords(name)).join('; ') })}</p>
      </section>
      <section aria-labelledby="stages">
        <h2 id="stages">{text.stages}</h2>
        <ol>
          {inOrder.map((stage) => (
            <StageLine
              key={stage.id}
              stage={stage}
              rule={rule}
              mark={markOf(stage, step.current?.stage ?? null, step.next?.stage ?? null)}
            />
          ))}
        </ol>
        {planOddities(inOrder).map(({ stage, what }) => (
          <p key={`${stage} ${what}`}>{fill(REHAB_TEXT.plan.oddities[what], { stage })}</p>
        ))}
        <div className={css.formEnd}>
          <Button onPress={() => setAdding(true)}>{text.add}</Button>
          <PrintSheet title={text.print} ask={{ kind: 'walk-run-plan', clientId, injuryId: injury?.id ?? null }} />
        </div>
        <StageForm clientId={clientId} stage={isAdding ? nextNumber(inOrder) : null} onClose={() => setAdding(false)} />
      </section>
    </div>
  );
}

const nextNumber = (stages: readonly WalkRunStage[]): number => (stages.at(-1)?.stage ?? 0) + 1;

function markOf({ stage, completedOn }: WalkRunStage, current: number | null, next: number | null) {
  if (stage === next) return 'next';
  if (completedOn !== null) return 'done';
  return stage === current ? 'now' : null;
}
