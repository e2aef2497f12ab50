// The head of the screen: which clip and which leg on either side, and the pairs worth looking at.
import { Link } from 'wouter';
import { type LegChoice, nearLeg, suggestPairs } from '../../../core/compare/suggestPairs.ts';
import { SIDES, type Side } from '../../../core/types.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { reportPlace } from '../../shell/places.ts';
import { REPORT_SCREEN_TEXT } from '../../text/reportScreenText.ts';
import { SIDE_BY_SIDE_TEXT as text } from '../../text/sideBySideText.ts';
import type { ListedClip } from './clientClips.ts';
import type { LegOfClip } from './pairNames.ts';
import css from './SideBySide.module.css';

export interface PairChooserProps {
  readonly legs: readonly [LegOfClip, LegOfClip];
  /** All of the client's. */
  readonly clips: readonly ListedClip[];
  readonly onShow: (a: LegChoice, b: LegChoice) => void;
}

export function PairChooser({ legs, clips, onShow }: PairChooserProps) {
  const [a, b] = legs.map(({ trial, side }) => ({ clipId: trial.clip.id, side })) as unknown as [LegChoice, LegChoice];
  const own = clips.find(({ id }) => id === a.clipId);
  const suggestions = own ? suggestPairs(clips, own) : [];
  return (
    <header className={css.head}>
      <h1 className={css.title}>{text.title}</h1>
      <LegChooser
        names={[text.clip.first, text.leg.first]}
        clips={clips}
        chosen={a}
        onChoose={(leg) => onShow(leg, b)}
      />
      <LegChooser
        names={[text.clip.second, text.leg.second]}
        clips={clips}
        chosen={b}
        onChoose={(leg) => onShow(a, leg)}
      />
      <Button look="plain" onPress={() => onShow(b, a)} aria-label={text.exchange}>
        <span title={text.exchange}>⇄</span>
      </Button>
      <Link href={reportPlace([...new Set([a.clipId, b.clipId])])}>{REPORT_SCREEN_TEXT.link}</Link>
      <fieldset className={css.suggestions} aria-label={text.occasions.label}>
        {suggestions.map((one) => (
          <Button
            key={one.occasion}
            onPress={() => onShow(one.a, one.b)}
            isDisabled={isSame(one.a, a) && isSame(one.b, b)}
          >
            {text.occasions[one.occasion]}
          </Button>
        ))}
      </fieldset>
    </header>
  );
}

interface LegChooserProps {
  readonly names: readonly [string, string];
  readonly clips: readonly ListedClip[];
  readonly chosen: LegChoice;
  readonly onChoose: (leg: LegChoice) => void;
}

function LegChooser({ names, clips, chosen, onChoose }: LegChooserProps) {
  return (
    <div className={css.chooser}>
      <Choice
        label={names[0]}
        labelHidden
        value={chosen.clipId}
        options={clips.map(({ id, name }) => ({ id, name }))}
        onChange={(clipId) => {
          const clip = clips.find(({ id }) => id === clipId);
          onChoose({ clipId, side: clip ? nearLeg(clip) : chosen.side });
        }}
      />
      <Choice<Side>
        label={names[1]}
        labelHidden
        value={chosen.side}
        options={SIDES.map((side) => ({ id: side, name: text.legs[side] }))}
        onChange={(side) => onChoose({ clipId: chosen.clipId, side })}
      />
    </div>
  );
}

const isSame = (one: LegChoice, other: LegChoice): boolean => one.clipId === other.clipId && one.side === other.side;
