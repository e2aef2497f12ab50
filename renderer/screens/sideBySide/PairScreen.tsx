// Both films in step on the left, curves and numbers of both legs on the right.
import { useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { curvePairs } from '../../../core/compare/curvePairs.ts';
import { legPair } from '../../../core/compare/legPair.ts';
import { facesOtherWay } from '../../../core/phase/facesOtherWay.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import { useKeys } from '../../player/useKeys.ts';
import { useKeyLines } from '../../shell/keys.ts';
import { SIDE_BY_SIDE_TEXT as text } from '../../text/sideBySideText.ts';
import { Split } from '../trial/Split.tsx';
import { useStacked } from '../trial/useStacked.ts';
import { BodiesOnEachOther } from './BodiesOnEachOther.tsx';
import { ExportPair } from './ExportPair.tsx';
import { LegStage } from './LegStage.tsx';
import { PairBanner } from './PairBanner.tsx';
import { PairCurves } from './PairCurves.tsx';
import { PairTable } from './PairTable.tsx';
import { type PairLooks, PairTransport } from './PairTransport.tsx';
import { PhaseBar } from './PhaseBar.tsx';
import { pairedLeg } from './pairedLeg.ts';
import { pairKeys } from './pairKeys.ts';
import { type LegOfClip, pairNames } from './pairNames.ts';
import css from './SideBySide.module.css';
import { useRunner } from './useRunnerZoom.ts';
import { useStepPlayer } from './useStepPlayer.ts';

/** @param props both clips are measured */
export function PairScreen({ legs }: { readonly legs: readonly [LegOfClip, LegOfClip] }) {
  const [a, b] = legs;
  const [resultA, resultB] = [a.trial.result!, b.trial.result!];
  const [screen, setScreen] = useState<HTMLElement | null>(null);
  const [needed, setNeeded] = useState<HTMLElement | null>(null);
  const stacked = useStacked(screen, needed);
  const [shown, show] = useState<PairLooks>({ skeleton: true, angles: false, bodies: false, whole: false });
  const step = useStepPlayer(
    { result: resultA, side: a.side, slowMotion: a.trial.clip.capture.slowMotion },
    { result: resultB, side: b.side, slowMotion: b.trial.clip.capture.slowMotion },
  );
  const sameDay = a.session.date === b.session.date;
  const pair = useMemo(() => legPair(pairedLeg(a), pairedLeg(b), { sameDay }, REPORT_TEXT), [a, b, sameDay]);
  const { names, looks } = pairNames(pair.kind, a, b);
  const { toeOffAt, strides } = step.pair;
  const charts = useMemo(
    () =>
      curvePairs(
        { curves: resultA.curves, side: a.side },
        { curves: resultB.curves, side: b.side },
        { toeOffAt, comparable: pair.comparable, thresholds: pair.thresholds },
        REPORT_TEXT,
      ),
    [resultA, resultB, a.side, b.side, toeOffAt, pair],
  );
  const runners = [useRunner(resultA, a.side), useRunner(resultB, b.side)] as const;
  useKeys(pairKeys(step, shown, show));
  useKeyLines(text.keys);
  const mirrored = facesOtherWay(resultA, resultB, a.side !== b.side);
  const films = (
    <section className={css.films} aria-label={text.title}>
      <div className={css.stages} data-bodies={shown.bodies || undefined}>
        {(
          [
            [step.a, a, resultA],
            [step.b, b, resultB],
          ] as const
        ).map(([film, leg, result], i) => (
          <LegStage
            key={i === 0 ? 'first' : 'second'}
            film={film}
            view={leg.trial.film}
            result={result}
            name={names[i as 0 | 1]}
            look={looks[i as 0 | 1]}
            toeOffAt={toeOffAt}
            mirrored={i === 1 && mirrored}
            skeleton={shown.skeleton}
            angles={shown.angles}
            runner={runners[i as 0 | 1]}
            otherRunner={runners[(1 - i) as 0 | 1]}
            whole={shown.whole}
          />
        ))}
        {shown.bodies && <BodiesOnEachOther step={step} results={[resultA, resultB]} names={names} looks={looks} />}
      </div>
      {strides === 0 && <p className={css.none}>{text.noStrides}</p>}
      <PhaseBar step={step} />
      <PairTransport
        step={step}
        shown={shown}
        onShown={show}
        more={<ExportPair legs={legs} names={names} mirrored={mirrored} skeleton={shown.skeleton} strides={strides} />}
      />
    </section>
  );
  const numbers = (
    <div className={css.numbers}>
      <PairBanner notes={pair.notes} />
      <Tabs className={css.tabs}>
        <TabList aria-label={text.numbers} className={css.tabList}>
          <Tab id="curves" className={css.tab}>
            {text.curves}
          </Tab>
          <Tab id="numbers" className={css.tab}>
            {text.numbers}
          </Tab>
        </TabList>
        <TabPanel id="curves" className={css.panel}>
          <PairCurves
            charts={charts}
            cursor={step}
            names={names}
            looks={looks}
            comparable={pair.comparable}
            legs={legs}
          />
        </TabPanel>
        <TabPanel id="numbers" className={css.panel}>
          <PairTable groups={pair.groups} names={names} looks={looks} />
        </TabPanel>
      </Tabs>
    </div>
  );
  return (
    <div ref={setScreen} className={css.body} data-stacked={stacked || undefined}>
      <div ref={setNeeded} className={css.needed} />
      <Split direction="across" share={0.55} label={text.split} stacked={stacked} first={films} second={numbers} />
    </div>
  );
}
