// Every time a test was done, the last first; each can be changed, taken away, and its film opened.
import { Link } from 'wouter';
import type { ReturnTest } from '../../../../core/records/records.ts';
import { REHAB_TEXT } from '../../../../core/rehab/rehabText.ts';
import type { ReturnTestKind } from '../../../../core/rehab/testCatalogue.ts';
import { readingWords } from '../../../../core/rehab/valueWords.ts';
import { fill } from '../../../../core/report/formatNumber.ts';
import { useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/Button.tsx';
import { useNotice } from '../../../parts/Notice.tsx';
import { trialPlace } from '../../../shell/places.ts';
import { shortDate } from '../../../text/dates.ts';
import { RETURNING_TEXT } from '../../../text/returningText.ts';
import css from '../Returning.module.css';
import { OF_TESTS } from './ofTests.ts';

const text = RETURNING_TEXT.tests;

export interface TestHistoryProps {
  readonly kind: ReturnTestKind;
  /** Of this test, the last first. */
  readonly tests: readonly ReturnTest[];
  readonly onChange: (test: ReturnTest) => void;
}

export function TestHistory({ kind, tests, onChange }: TestHistoryProps) {
  return (
    <details className={css.history}>
      <summary>{text.history}</summary>
      <ul>
        {tests.map((test) => (
          <HistoryLine key={test.id} kind={kind} test={test} onChange={onChange} />
        ))}
      </ul>
    </details>
  );
}

interface HistoryLineProps extends Pick<TestHistoryProps, 'kind' | 'onChange'> {
  readonly test: ReturnTest;
}

function HistoryLine({ kind, test, onChange }: HistoryLineProps) {
  const say = useNotice();
  const add = useChange('tests.add', OF_TESTS);
  const remove = useChange('tests.remove', OF_TESTS);
  const side = test.side === null ? text.whole : REHAB_TEXT.side[test.side];
  const { label } = REHAB_TEXT.tests[kind.id];
  const places = { test: label, date: shortDate(test.date), side };
  const { id, createdAt: _made, changedAt: _changed, ...fields } = test;
  return (
    <li>
      <span>{shortDate(test.date)}</span>
      <span className="quiet">{side}</span>
      <span>{readingWords(test, kind, test.unit || kind.unit)}</span>
      {test.clipId && (
        <Link href={trialPlace(test.clipId)} aria-label={fill(text.filmName, places)}>
          {text.film}
        </Link>
      )}
      <Button look="plain" aria-label={fill(text.changeName, places)} onPress={() => onChange(test)}>
        {text.change}
      </Button>
      <Button
        look="plain"
        aria-label={fill(text.remove, places)}
        onPress={() =>
          remove.mutate(
            { id },
            { onSuccess: () => say({ text: fill(text.removed, places), undo: () => add.mutate(fields) }) },
          )
        }
      >
        ✕
      </Button>
    </li>
  );
}
