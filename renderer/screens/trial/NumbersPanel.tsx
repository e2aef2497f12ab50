// Right of the film: the curves, and below them numbers, corrections and what weakens the film.
import { memo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { TrialResult } from '../../../core/types.ts';
import { CorrectionList } from '../../corrections/CorrectionList.tsx';
import type { Corrections } from '../../corrections/useCorrections.ts';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import { JobState } from './JobState.tsx';
import css from './NumbersPanel.module.css';
import { Curves } from './numbers/Curves.tsx';
import { FilmCheck } from './numbers/FilmCheck.tsx';
import { Numbers } from './numbers/Numbers.tsx';
import { Split } from './Split.tsx';
import type { TrialPanelProps } from './trialPanel.ts';

export interface NumbersPanelProps extends Omit<TrialPanelProps, 'result'> {
  readonly result: TrialResult | null;
  readonly corrections: Corrections;
  /** World time of every frame, s. */
  readonly worldS: Float64Array;
  readonly stacked: boolean;
}

const text = TRIAL_TEXT.panels;
/** Drawn anew with a new result only, not with every move of a pointer. */
const StillCurves = memo(Curves);
const StillNumbers = memo(Numbers);

export function NumbersPanel(props: NumbersPanelProps) {
  const { trial, result, corrections, worldS, player, stacked } = props;
  if (!result)
    return (
      <div className={css.alone}>
        <JobState
          clipId={trial.clip.id}
          playable={trial.film?.playable ?? false}
          measured={false}
          inPlaceOf="numbers"
        />
      </div>
    );
  const { provisional, onPoint } = props;
  const panel: TrialPanelProps = { trial, result, player, provisional, onPoint };
  const count = trial.edits.edits.length;
  return (
    <Split
      direction="down"
      share={0.5}
      label={text.splitDown}
      stacked={stacked}
      first={
        <section className={`${css.scroll} ${css.curves}`} aria-label={text.curves}>
          <StillCurves {...panel} />
        </section>
      }
      second={
        <Tabs className={css.tabs}>
          <TabList className={css.list} aria-label={text.numbers}>
            <Tab id="numbers" className={css.tab}>
              {text.numbers}
            </Tab>
            <Tab id="corrections" className={css.tab}>
              {text.corrections}
              {count > 0 && ` (${count})`}
            </Tab>
            <Tab id="check" className={css.tab}>
              {text.check}
              {result.quality.length > 0 && ` (${result.quality.length})`}
            </Tab>
          </TabList>
          <TabPanel id="numbers" className={css.scroll}>
            {result.strides.length === 0 && <p className={css.note}>{TRIAL_TEXT.states.noStrides}</p>}
            <StillNumbers {...panel} />
          </TabPanel>
          <TabPanel id="corrections" className={css.scroll}>
            <CorrectionList edits={trial.edits} corrections={corrections} timeS={worldS} player={player} />
          </TabPanel>
          <TabPanel id="check" className={css.scroll}>
            <FilmCheck {...panel} />
          </TabPanel>
        </Tabs>
      }
    />
  );
}
