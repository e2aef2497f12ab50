// What was chosen for side by side, at the foot of the timeline as long as something is.
import { useLocation } from 'wouter';
import type { SessionView } from '../../../core/api/views.ts';
import { Button } from '../../parts/Button.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { reportPlace, sideBySidePlace } from '../../shell/places.ts';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { REPORT_SCREEN_TEXT } from '../../text/reportScreenText.ts';
import css from './PairBar.module.css';

const text = CLIENT_TEXT.visits;

export interface PairBarProps {
  readonly visits: readonly (SessionView | undefined)[];
  readonly chosen: readonly string[];
  readonly onClear: () => void;
}

export function PairBar({ visits, chosen, onClear }: PairBarProps) {
  const [, go] = useLocation();
  const [a, b] = inTime(visits, chosen);
  return (
    <div role="status" className={css.place}>
      {a !== undefined && (
        <div className={css.bar}>
          <Sign name="pair" />
          <span>{b === undefined ? text.chosen : text.two}</span>
          <span className={css.ways}>
            <Button look="plain" onPress={onClear}>
              {text.clear}
            </Button>
            <Button onPress={() => go(reportPlace(b === undefined ? [a] : [a, b]))}>{REPORT_SCREEN_TEXT.link}</Button>
            <Button look="main" isDisabled={b === undefined} onPress={() => b && go(sideBySidePlace(a, b))}>
              {text.open}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}

/** The earlier film on the left, whichever was chosen first. */
function inTime(visits: readonly (SessionView | undefined)[], chosen: readonly string[]): readonly string[] {
  const oldestFirst = visits.toReversed().flatMap((visit) => visit?.clips.map(({ id }) => id) ?? []);
  return oldestFirst.filter((id) => chosen.includes(id));
}
