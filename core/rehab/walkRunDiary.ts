// The walk–run plan as the client takes it home: what each stage is, lines to write in, and what to do when it hurts.

import { fill } from '../report/formatNumber.ts';
import type { Tissue } from './bodyRegions.ts';
import { PAIN_RULES, type PainRule } from './painRules.ts';
import { stageWords } from './rehabSentences.ts';
import { REHAB_TEXT, type RehabText } from './rehabText.ts';
import { PLAN_DEFAULTS, type PlanOptions, type PlanStage } from './walkRunSteps.ts';
import { stageMinutes } from './walkRunTemplate.ts';

export interface DiaryStage {
  readonly stage: number;
  /** What to do, e.g. `Walk 4 min, run 1 min, 6 times (30 min)`. */
  readonly what: string;
  readonly minutes: number;
  /** Lines that are filled in already, in the order of the columns. */
  readonly filled: readonly (readonly string[])[];
  /** Empty lines after them. */
  readonly emptyLines: number;
  readonly isOver: boolean;
}

/** Everything on the sheet, in the order it is printed. */
export interface WalkRunDiary {
  readonly title: string;
  readonly columns: readonly string[];
  readonly stages: readonly DiaryStage[];
  /** When to go on, when to do a stage again, when to go back, when to call. */
  readonly rules: readonly string[];
  readonly note: string;
}

/** Ours: a stage takes two runs when all goes well; four lines leave room for doing it again. */
const LINES_OF_A_STAGE = 4;

/** The sheet for a plan. @param plan in any order */
export function walkRunDiary(
  plan: readonly PlanStage[],
  tissue: Tissue,
  rule: PainRule = PAIN_RULES[tissue],
  options: PlanOptions = PLAN_DEFAULTS,
  text: RehabText = REHAB_TEXT,
): WalkRunDiary {
  const { diary } = text;
  const places = { well: rule.wellUpTo, back: rule.backAbove, wanted: options.wanted, days: options.everyDays - 1 };
  const rules = rule.backAbove > rule.wellUpTo ? diary.rules : diary.rulesWithoutPain;
  return {
    title: diary.title,
    columns: diary.columns,
    stages: [...plan].sort((a, b) => a.stage - b.stage).map((stage) => diaryStage(stage, text)),
    rules: rules.map((sentence) => fill(sentence, places)),
    note: diary.note,
  };
}

function diaryStage(stage: PlanStage, text: RehabText): DiaryStage {
  const filled = [...(stage.days ?? [])]
    .sort((a, b) => a.date.localeCompare(b.date))
    .map((day) => [
      day.date,
      ...[day.painBefore, day.painDuring, day.painAfter, day.painNextDay].map((pain) =>
        pain === null ? '' : `${pain}`,
      ),
      day.completed ? day.notes : [text.diary.cutShort, day.notes].filter((words) => words !== '').join('; '),
    ]);
  const isOver = stage.completedOn !== null;
  return {
    stage: stage.stage,
    what: stageWords(stage, text),
    minutes: stageMinutes(stage).all,
    filled,
    emptyLines: isOver ? 0 : Math.max(1, LINES_OF_A_STAGE - filled.length),
    isOver,
  };
}
