// Right of the film: the curves, and below them numbers, corrections and what weakens the film.
import { createContext, memo, useContext, useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { TrialResult } from '../../../core/types.ts';
import { CorrectionList, type CorrectionListProps } from '../../corrections/CorrectionList.tsx';
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

/** Changes with every move of a drag; the tabs around the numbers do not, and are not drawn anew. */
const MeasuredNow = createContext<TrialPanelProps | null>(null);

export function NumbersPanel(props: NumbersPanelProps) {
  const { trial, result, corrections, worldS, player, stacked, provisional, onPoint } = props;
  const { saving, trouble, actions } = corrections;
  const kept = useMemo(() => ({ saving, trouble, actions }), [saving, trouble, actions]);
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
  const panel: TrialPanelProps = { trial, result, player, provisional, onPoint };
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
        <MeasuredNow.Provider value={panel}>
          <NumberTabs
            edits={trial.edits}
            corrections={kept}
            timeS={worldS}
            player={player}
            flags={result.quality.length}
          />
        </MeasuredNow.Provider>
      }
    />
  );
}

interface NumberTabsProps extends CorrectionListProps {
  /** How much weakens the film. */
  readonly flags: number;
}

const NumberTabs = memo(function NumberTabs({ flags, ...list }: NumberTabsProps) {
  const count = list.edits.edits.length;
  return (
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
          {flags > 0 && ` (${flags})`}
        </Tab>
      </TabList>
      <TabPanel id="numbers" className={css.scroll}>
        <NumbersNow />
      </TabPanel>
      <TabPanel id="corrections" className={css.scroll}>
        <CorrectionList {...list} />
      </TabPanel>
      <TabPanel id="check" className={css.scroll}>
        <CheckNow />
      </TabPanel>
    </Tabs>
  );
});

function NumbersNow() {
  const panel = useContext(MeasuredNow);
  if (!panel) return null;
  return (
    <>
      {panel.result.strides.length === 0 && <p className={css.note}>{TRIAL_TEXT.states.noStrides}</p>}
      <StillNumbers {...panel} />
    </>
  );
}

function CheckNow() {
  const panel = useContext(MeasuredNow);
  return panel && <FilmCheck {...panel} />;
}
