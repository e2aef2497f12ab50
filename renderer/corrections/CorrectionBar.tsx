// What can be corrected at the place where the film is: add a contact or toe-off, leave a stride out, swap the legs of a window.
import { memo } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { fill } from '../../core/report/formatNumber.ts';
import { SIDES, type Side } from '../../core/types.ts';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import type { FilmPlayer } from '../player/filmPlayer.ts';
import { usePlayerState } from '../player/usePlayer.ts';
import { TRIAL_TEXT } from '../text/trialText.ts';
import css from './CorrectionBar.module.css';
import { markedFrames } from './marks.ts';
import type { CorrectionTools } from './useCorrectionTools.ts';

const text = TRIAL_TEXT.edit;
/** Frames on either side that a joint may take along. */
const CARRIES = [0, 2, 4, 8, 16] as const;

export interface CorrectionBarProps {
  readonly tools: CorrectionTools;
  readonly player: FilmPlayer;
  readonly onDone: () => void;
  /** The film shows an exercise: it has no contacts and strides to correct. */
  readonly isExercise: boolean;
}

export const CorrectionBar = memo(function CorrectionBar({ tools, player, onDone, isExercise }: CorrectionBarProps) {
  const { side, marks } = tools;
  const marked = markedFrames(marks);
  return (
    <section className={css.bar} aria-label={text.mode}>
      {!isExercise && (
        <>
          <RadioGroup
            className={css.legs}
            orientation="horizontal"
            value={side}
            onChange={(value) => tools.setSide(value as Side)}
          >
            <Label className="fine">{text.leg}</Label>
            {SIDES.map((one) => (
              <Radio key={one} value={one} className={`${css.leg} ${css[one]}`}>
                {TRIAL_TEXT.Sides[one]}
              </Radio>
            ))}
          </RadioGroup>
          <div className={css.group}>
            <Button onPress={() => tools.addEvent('initial-contact')}>+ {text.contact}</Button>
            <Button onPress={() => tools.addEvent('toe-off')}>+ {text.toeOff}</Button>
            <StrideButton tools={tools} player={player} />
          </div>
        </>
      )}
      <div className={css.group}>
        <Button onPress={tools.markIn}>{text.markIn}</Button>
        <Button onPress={tools.markOut}>{text.markOut}</Button>
        <Button onPress={tools.swapLegs}>{text.swap}</Button>
        {marked && (
          <>
            <span className="fine">{fill(text.marked, { from: marked.from + 1, to: marked.to + 1 })}</span>
            <Button look="plain" aria-label={text.unmark} onPress={tools.unmark}>
              ✕
            </Button>
          </>
        )}
      </div>
      <div className={css.carry}>
        <span className="fine" aria-hidden="true">
          {text.carry}
        </span>
        <Choice
          label={text.carry}
          labelHidden
          value={String(tools.carryFrames)}
          options={CARRIES.map((n) => ({
            id: String(n),
            name: n === 0 ? text.carryNone : fill(text.carrySome, { n }),
          }))}
          onChange={(value) => tools.setCarryFrames(Number(value))}
        />
      </div>
      <Button look="main" className={css.done ?? ''} onPress={onDone}>
        {text.done}
      </Button>
    </section>
  );
});

/** Of the stride on screen, so it changes with the film. */
function StrideButton({ tools, player }: Pick<CorrectionBarProps, 'tools' | 'player'>) {
  const leftOut = usePlayerState(player, ({ playing }) => !playing && tools.strideLeftOut());
  return <Button onPress={tools.toggleStride}>{leftOut ? text.include : text.exclude}</Button>;
}
