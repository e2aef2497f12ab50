// Right of the film of an exercise: what was counted and measured and how sure it is, the tests made of it, and the corrections.
import { memo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { TrialView } from '../../../core/api/views.ts';
import type { ExerciseResult } from '../../../core/exercises/exerciseTypes.ts';
import { CorrectionList } from '../../corrections/CorrectionList.tsx';
import type { Corrections } from '../../corrections/useCorrections.ts';
import type { FilmPlayer } from '../../player/filmPlayer.ts';
import { EXERCISE_SCREEN_TEXT as text } from '../../text/exerciseScreenText.ts';
import tabsCss from '../trial/NumbersPanel.module.css';
import { Counts } from './Counts.tsx';
import css from './Exercise.module.css';
import { ExerciseTests, type ExerciseTestsProps } from './ExerciseTests.tsx';
import { Measures } from './Measures.tsx';

export interface ExercisePanelProps {
  readonly trial: TrialView;
  readonly result: ExerciseResult;
  readonly player: FilmPlayer;
  readonly corrections: Corrections;
  /** World time of every frame, s. */
  readonly worldS: Float64Array;
}

export function ExercisePanel({ trial, result, player, corrections, worldS }: ExercisePanelProps) {
  const count = trial.edits.edits.length;
  return (
    <Tabs className={tabsCss.tabs}>
      <TabList className={tabsCss.list} aria-label={text.tabs}>
        <Tab id="counted" className={tabsCss.tab}>
          {text.counted}
        </Tab>
        <Tab id="corrections" className={tabsCss.tab}>
          {text.corrections}
          {count > 0 && ` (${count})`}
        </Tab>
      </TabList>
      <TabPanel id="counted" className={tabsCss.scroll}>
        <Counted clipId={trial.clip.id} result={result} />
      </TabPanel>
      <TabPanel id="corrections" className={tabsCss.scroll}>
        <CorrectionList edits={trial.edits} corrections={corrections} timeS={worldS} player={player} />
      </TabPanel>
    </Tabs>
  );
}

/** Not drawn anew while something is dragged: it shows what the library keeps. */
const Counted = memo(function Counted({ clipId, result }: ExerciseTestsProps) {
  return (
    <div className={css.panel}>
      <Counts result={result} />
      <ExerciseTests clipId={clipId} result={result} />
      <Measures result={result} />
    </div>
  );
});
