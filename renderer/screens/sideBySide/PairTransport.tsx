// One set of controls for both films.
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { fill } from '../../../core/report/formatNumber.ts';
import { RATES } from '../../player/filmPlayer.ts';
import { IconButton, IconToggle } from '../../player/IconButton.tsx';
import bar from '../../player/TransportBar.module.css';
import { SIDE_BY_SIDE_TEXT as text } from '../../text/sideBySideText.ts';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import css from './SideBySide.module.css';
import type { StepPlayer } from './stepPlayer.ts';
import { useStepState } from './useStepPlayer.ts';

/** What is drawn with the films. */
export interface PairLooks {
  readonly skeleton: boolean;
  readonly angles: boolean;
  readonly bodies: boolean;
  /** The whole picture instead of the runner, both equally large. */
  readonly whole: boolean;
}

export interface PairTransportProps {
  readonly step: StepPlayer;
  readonly shown: PairLooks;
  readonly onShown: (shown: PairLooks) => void;
  /** At the end of the line. */
  readonly more: ReactNode;
}

export function PairTransport({ step, shown, onShown, more }: PairTransportProps) {
  const playing = useStepState(step, (state) => state.playing);
  const rate = useStepState(step, (state) => state.rate);
  const loop = useStepState(step, (state) => state.loop);
  const stride = useStepState(step, ({ place }) => Math.min(Math.floor(place) + 1, step.pair.strides));
  const turn = (name: keyof PairLooks) => (on: boolean) => onShown({ ...shown, [name]: on });
  return (
    <div className={bar.bar}>
      <div className={bar.group}>
        <IconButton icon="eventBack" name={text.strideBack} onPress={() => step.stride(-1)} />
        <IconButton icon="back" name={text.back} onPress={() => step.step(-1)} />
        <IconButton
          icon={playing ? 'pause' : 'play'}
          name={playing ? text.pause : text.play}
          onPress={() => step.toggle()}
        />
        <IconButton icon="on" name={text.on} onPress={() => step.step(1)} />
        <IconButton icon="eventOn" name={text.strideOn} onPress={() => step.stride(1)} />
      </div>
      <RadioGroup
        className={bar.rates}
        orientation="horizontal"
        value={String(rate)}
        onChange={(value) => step.setRate(Number(value))}
      >
        <Label className="unseen">{TRIAL_TEXT.film.speed}</Label>
        {RATES.map((one) => (
          <Radio key={one} value={String(one)} className={bar.rate} aria-label={TRIAL_TEXT.film.rateNames[one]}>
            {TRIAL_TEXT.film.rates[one]}
          </Radio>
        ))}
      </RadioGroup>
      <div className={bar.group}>
        <IconToggle icon="loop" name={text.loop} on={loop} onChange={(on) => step.setLoop(on)} />
        <IconToggle icon="skeleton" name={text.skeleton} on={shown.skeleton} onChange={turn('skeleton')} />
        <IconToggle icon="angle" name={text.angles} on={shown.angles} onChange={turn('angles')} />
        <IconToggle icon="fit" name={text.wholePicture} on={shown.whole} onChange={turn('whole')} />
        <IconToggle icon="overlaid" name={text.bodies} on={shown.bodies} onChange={turn('bodies')} />
      </div>
      <span className={css.strideNumber}>{fill(text.stride, { n: stride, all: step.pair.strides })}</span>
      {more}
    </div>
  );
}
