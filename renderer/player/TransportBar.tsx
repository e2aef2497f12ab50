// Under the film: play, step, jump, speed, repeat, and which frame is on the screen.
import { memo } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { fill, formatNumber } from '../../core/report/formatNumber.ts';
import { TRIAL_TEXT } from '../text/trialText.ts';
import { type FilmPlayer, RATES } from './filmPlayer.ts';
import { IconButton, IconToggle } from './IconButton.tsx';
import css from './TransportBar.module.css';
import { usePlayerState } from './usePlayer.ts';

export interface TransportBarProps {
  readonly player: FilmPlayer;
  /** World time of every frame, s. */
  readonly timeS: Float64Array;
  /** To the event before or after; left out = no such buttons. */
  readonly onEvent?: (direction: 1 | -1) => void;
  /** Repeats the stride on screen, or stops repeating; left out = no such button. */
  readonly onLoop?: (on: boolean) => void;
  /** What those are called; left out = contacts and strides. */
  readonly jumpWords?: { readonly back: string; readonly on: string; readonly loop: string };
}

const text = TRIAL_TEXT.film;
const OF_GAIT = { back: text.eventBack, on: text.eventOn, loop: text.loop };

export const TransportBar = memo(function TransportBar(props: TransportBarProps) {
  const { player, timeS, onEvent, onLoop, jumpWords = OF_GAIT } = props;
  const { playing, rate, loop } = usePlayerState(player, (state) => state);
  return (
    <div className={css.bar}>
      <div className={css.group}>
        {onEvent && <IconButton icon="eventBack" name={jumpWords.back} onPress={() => onEvent(-1)} />}
        <IconButton icon="back" name={text.back} onPress={() => player.step(-1)} />
        <IconButton
          icon={playing ? 'pause' : 'play'}
          name={playing ? text.pause : text.play}
          onPress={() => player.toggle()}
        />
        <IconButton icon="on" name={text.on} onPress={() => player.step(1)} />
        {onEvent && <IconButton icon="eventOn" name={jumpWords.on} onPress={() => onEvent(1)} />}
      </div>
      <RadioGroup
        className={css.rates}
        orientation="horizontal"
        value={String(rate)}
        onChange={(value) => player.setRate(Number(value))}
      >
        <Label className="unseen">{text.speed}</Label>
        {RATES.map((one) => (
          <Radio key={one} value={String(one)} className={css.rate} aria-label={text.rateNames[one]}>
            {text.rates[one]}
          </Radio>
        ))}
      </RadioGroup>
      {onLoop && <IconToggle icon="loop" name={jumpWords.loop} on={loop !== null} onChange={onLoop} />}
      <Position player={player} timeS={timeS} />
    </div>
  );
});

function Position({ player, timeS }: Pick<TransportBarProps, 'player' | 'timeS'>) {
  const frame = usePlayerState(player, (state) => state.frame);
  return (
    <div className={css.position}>
      <b>{fill(text.time, { time: formatNumber(timeS[frame] ?? 0, 3) })}</b>
      <span className={css.frame}>{fill(text.frame, { frame: frame + 1, frames: player.clock.frames })}</span>
    </div>
  );
}
