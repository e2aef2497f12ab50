// The form in which a film's tests are looked at before they are kept: each count can be changed, and pain is asked for.
import { type FormEvent, useState } from 'react';
import type { Fresh, ReturnTest } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useChange } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import formCss from '../../parts/Form.module.css';
import { useNotice } from '../../parts/Notice.tsx';
import { PainScale } from '../../parts/PainScale.tsx';
import { counted } from '../../text/dates.ts';
import { EXERCISE_SCREEN_TEXT } from '../../text/exerciseScreenText.ts';
import css from './Exercise.module.css';
import { draftFault, type TestDraft, testDraft, testName, testsOf, testValue } from './testDraft.ts';

const text = EXERCISE_SCREEN_TEXT.tests;

export interface EnterTestsProps {
  readonly offered: readonly Fresh<ReturnTest>[];
  /** What the film found and gave to no leg. */
  readonly unclear: number;
  readonly onClose: () => void;
}

export function EnterTests({ offered, unclear, onClose }: EnterTestsProps) {
  const [drafts, setDrafts] = useState(() => offered.map(testDraft));
  const [checked, setChecked] = useState(false);
  const say = useNotice();
  const add = useChange('tests.add', ['tests.list']);
  const remove = useChange('tests.remove', ['tests.list']);
  const put = (at: number, fields: Partial<TestDraft>) =>
    setDrafts((before) => before.map((draft, i) => (i === at ? { ...draft, ...fields } : draft)));
  const tests = testsOf(drafts);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (tests.length === 0 || drafts.some(draftFault)) return;
    const kept: ReturnTest[] = [];
    // What fails is told by a notice of its own; what was kept before it stays kept and can be taken back.
    for (const test of tests) kept.push(await add.mutateAsync(test));
    say({
      text: counted(kept.length, text.kept),
      undo: () => {
        for (const { id } of kept) remove.mutate({ id });
      },
    });
    onClose();
  };
  const isByHand = offered.every(({ value }) => value === null);
  return (
    <form className={css.enter} onSubmit={(event) => void submit(event).catch(() => undefined)} noValidate>
      <p className="quiet">{isByHand ? text.byHand : text.check}</p>
      {drafts.map((draft, at) => (
        <fieldset key={testName(draft.offered)} className={css.test}>
          <legend className="unseen">{testName(draft.offered)}</legend>
          <Field
            label={testName(draft.offered)}
            inputMode="decimal"
            value={draft.value}
            onChange={(value) => put(at, { value })}
            unit={draft.offered.unit}
            wrong={checked ? draftFault(draft) : null}
            hint={hintOf(draft, unclear)}
          />
          <PainScale
            label={fill(text.pain, { leg: draft.offered.side ? EXERCISE_SCREEN_TEXT.leg[draft.offered.side] : '' })}
            value={draft.pain}
            onChange={(pain) => put(at, { pain })}
          />
        </fieldset>
      ))}
      {checked && tests.length === 0 && <p className={css.wrong}>{text.nothing}</p>}
      <div className={formCss.end}>
        <Button look="plain" onPress={onClose}>
          {text.cancel}
        </Button>
        <Button type="submit" look="main">
          {text.keep}
        </Button>
      </div>
    </form>
  );
}

function hintOf({ offered }: TestDraft, unclear: number): string | undefined {
  if (offered.value !== null) return fill(text.counted, { count: testValue(offered) });
  return unclear > 0 ? fill(text.foundUnclear, { count: unclear }) : undefined;
}
