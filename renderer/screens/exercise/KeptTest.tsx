// A test that was kept from this film: its value, its pain, and how to take it away again.
import { Link } from 'wouter';
import type { ReturnTest } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useChange } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { useNotice } from '../../parts/Notice.tsx';
import { trialPlace } from '../../shell/places.ts';
import { shortDate } from '../../text/dates.ts';
import { EXERCISE_SCREEN_TEXT } from '../../text/exerciseScreenText.ts';
import css from './Exercise.module.css';
import { testName, testValue } from './testDraft.ts';

const text = EXERCISE_SCREEN_TEXT.tests;

export function KeptTest({ test }: { readonly test: ReturnTest }) {
  const say = useNotice();
  const add = useChange('tests.add', ['tests.list']);
  const remove = useChange('tests.remove', ['tests.list']);
  const name = testName(test);
  const { id, createdAt: _made, changedAt: _changed, ...fields } = test;
  const takeAway = async (): Promise<void> => {
    await remove.mutateAsync({ id });
    say({ text: fill(text.removed, { test: name }), undo: () => add.mutate(fields) });
  };
  return (
    <li className={css.keptTest}>
      <span>
        {name}: <b>{testValue(test)}</b>, {test.pain === null ? text.painNot : fill(text.painWas, { pain: test.pain })}
        {test.notes && <span className="fine"> {test.notes}</span>}
      </span>
      <span className="fine">{shortDate(test.date)}</span>
      {test.clipId && (
        <Link href={trialPlace(test.clipId)} className="fine">
          {text.film}
        </Link>
      )}
      <Button
        look="plain"
        aria-label={fill(text.remove, { test: name })}
        onPress={() => void takeAway().catch(() => undefined)}
      >
        ✕
      </Button>
    </li>
  );
}
