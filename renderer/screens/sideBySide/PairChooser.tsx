// The head of the screen: which clip and which leg on either side, and the pairs worth looking at.
import { useQueries } from '@tanstack/react-query';
import { type LegChoice, nearLeg, type PairableClip, suggestPairs } from '../../../core/compare/suggestPairs.ts';
import type { Clip } from '../../../core/records/records.ts';
import { SIDES, type Side } from '../../../core/types.ts';
import { call } from '../../api/connection.ts';
import { useCall } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { SIDE_BY_SIDE_TEXT as text } from '../../text/sideBySideText.ts';
import { clipName, type LegOfClip } from './pairNames.ts';
import css from './SideBySide.module.css';

export interface PairChooserProps {
  readonly legs: readonly [LegOfClip, LegOfClip];
  readonly onShow: (a: LegChoice, b: LegChoice) => void;
}

export function PairChooser({ legs, onShow }: PairChooserProps) {
  const [a, b] = legs.map(({ trial, side }) => ({ clipId: trial.clip.id, side })) as unknown as [LegChoice, LegChoice];
  const clips = useClientClips(legs[0].session.clientId);
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

interface ListedClip extends PairableClip {
  readonly name: string;
}

/** Every clip of a client, the last visit first. */
function useClientClips(clientId: string): readonly ListedClip[] {
  const sessions = useCall('clients.open', { clientId }).data?.sessions ?? [];
  const opened = useQueries({
    queries: sessions.map(({ id: sessionId }) => ({
      queryKey: ['sessions.open', { sessionId }],
      queryFn: () => call('sessions.open', { sessionId }),
    })),
  });
  return opened.flatMap(({ data }) => (data ? data.clips.map((clip) => listed(clip, data.session.date)) : []));
}

const listed = (clip: Clip, date: string): ListedClip => ({ ...clip, date, name: clipName(clip, date) });

const isSame = (one: LegChoice, other: LegChoice): boolean => one.clipId === other.clipId && one.side === other.side;
