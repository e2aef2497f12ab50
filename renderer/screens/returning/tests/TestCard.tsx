// One test: how it is done, its last values left and right with their symmetry, earlier ones, and the line to enter it.
import { useState } from 'react';
import type { Injury, ReturnTest } from '../../../../core/records/records.ts';
import { involvedSide, limbSymmetry } from '../../../../core/rehab/limbSymmetry.ts';
import { REHAB_TEXT } from '../../../../core/rehab/rehabText.ts';
import { type ReturnTestKind, testOf } from '../../../../core/rehab/testCatalogue.ts';
import { readingWords, symmetryWords, testErrorWords } from '../../../../core/rehab/valueWords.ts';
import { fill } from '../../../../core/report/formatNumber.ts';
import { Button } from '../../../parts/Button.tsx';
import { shortDate, today } from '../../../text/dates.ts';
import { RETURNING_TEXT } from '../../../text/returningText.ts';
import css from '../Returning.module.css';
import { TestForm } from './TestForm.tsx';
import { TestHistory } from './TestHistory.tsx';

const text = RETURNING_TEXT.tests;

export interface TestCardProps {
  readonly kind: ReturnTestKind;
  readonly clientId: string;
  /** All of the client's. */
  readonly tests: readonly ReturnTest[];
  readonly injury: Injury | null;
  /** It is being entered. */
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

export function TestCard({ kind, clientId, tests, injury, isOpen, onOpen }: TestCardProps) {
  const [changed, change] = useState<ReturnTest | null>(null);
  const { label, protocol } = REHAB_TEXT.tests[kind.id];
  const own = tests.filter((test) => testOf(test)?.id === kind.id).toSorted((a, b) => b.date.localeCompare(a.date));
  const symmetry = limbSymmetry(kind, tests, injury && involvedSide(injury), today());
  const readings = [
    { name: text.sides.left, reading: symmetry.readings.left },
    { name: text.sides.right, reading: symmetry.readings.right },
    { name: text.sides.whole, reading: symmetry.whole },
  ];
  const said = [injury && symmetryWords(symmetry), own.length > 0 ? testErrorWords(kind) : null].filter(Boolean);
  const close = (): void => {
    change(null);
    onOpen(false);
  };
  return (
    <li className={css.test}>
      <div className={css.testHead}>
        <h3>{label}</h3>
        <Button
          aria-label={fill(text.enterName, { test: label })}
          aria-expanded={isOpen}
          onPress={() => {
            change(null);
            onOpen(!isOpen);
          }}
        >
          {text.enter}
        </Button>
      </div>
      <p className="fine">{protocol.join(' ')}</p>
      {own.length > 0 && (
        <dl className={css.readings}>
          {readings.map(
            ({ name, reading }) =>
              reading && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <b>{readingWords(reading, kind, symmetry.unit)}</b>{' '}
                    <span className="fine">{shortDate(reading.date)}</span>
                  </dd>
                </div>
              ),
          )}
        </dl>
      )}
      {said.length > 0 && <p>{said.join(' ')}</p>}
      {isOpen && (
        <TestForm key={changed?.id ?? 'new'} kind={kind} clientId={clientId} changed={changed} onClose={close} />
      )}
      {own.length > 0 && (
        <TestHistory
          kind={kind}
          tests={own}
          onChange={(test) => {
            change(test);
            onOpen(true);
          }}
        />
      )}
    </li>
  );
}
