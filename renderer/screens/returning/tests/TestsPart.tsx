// Tests of return to function: those that this injury's criteria ask for first, every other one below.
import { useState } from 'react';
import type { ReturnTest } from '../../../../core/records/records.ts';
import type { Followed } from '../../../../core/rehab/followInjury.ts';
import { RETURN_TEST_IDS, RETURN_TESTS, type ReturnTestId } from '../../../../core/rehab/testCatalogue.ts';
import { RETURNING_TEXT } from '../../../text/returningText.ts';
import css from '../Returning.module.css';
import { TestCard } from './TestCard.tsx';

const text = RETURNING_TEXT.tests;

export interface TestsPartProps {
  readonly clientId: string;
  readonly tests: readonly ReturnTest[];
  /** Null = no injury is noted: then there are no criteria, and tests are entered all the same. */
  readonly followed: Followed | null;
}

export function TestsPart({ clientId, tests, followed }: TestsPartProps) {
  const [open, setOpen] = useState<ReturnTestId | null>(null);
  const page = followed?.page;
  const askedIds = new Set(
    [...(page?.beforeRunning ?? []), ...(page?.beforeFullTraining ?? [])].map(({ criterion }) => criterion.test),
  );
  const asked = RETURN_TEST_IDS.filter((id) => askedIds.has(id));
  const others = RETURN_TEST_IDS.filter((id) => !askedIds.has(id));
  const card = (id: ReturnTestId) => (
    <TestCard
      key={id}
      kind={RETURN_TESTS[id]}
      clientId={clientId}
      tests={tests}
      injury={followed?.injury ?? null}
      isOpen={open === id}
      onOpen={(isOpen) => setOpen(isOpen ? id : null)}
    />
  );
  return (
    <div className={css.reading}>
      {asked.length > 0 && (
        <section aria-labelledby="asked">
          <h2 id="asked">{text.asked}</h2>
          <ul>{asked.map(card)}</ul>
        </section>
      )}
      <section aria-labelledby="others">
        <h2 id="others">{text.others}</h2>
        <ul>{others.map(card)}</ul>
      </section>
    </div>
  );
}
