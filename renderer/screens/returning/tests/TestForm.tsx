// The line in which a test is entered: left, right and pain, kept with Enter.
import { type FormEvent, useState } from 'react';
import type { ReturnTest } from '../../../../core/records/records.ts';
import { REHAB_TEXT } from '../../../../core/rehab/rehabText.ts';
import type { ReturnTestKind } from '../../../../core/rehab/testCatalogue.ts';
import { fill } from '../../../../core/report/formatNumber.ts';
import { useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/Button.tsx';
import { Field } from '../../../parts/Field.tsx';
import { useNotice } from '../../../parts/Notice.tsx';
import { Segmented } from '../../../parts/Segmented.tsx';
import { Trouble } from '../../../parts/Trouble.tsx';
import { today } from '../../../text/dates.ts';
import { PARTS_TEXT } from '../../../text/partsText.ts';
import { RETURNING_TEXT } from '../../../text/returningText.ts';
import css from '../Returning.module.css';
import { OF_TESTS } from './ofTests.ts';
import {
  changeOf,
  draftOf,
  EMPTY_SIDE,
  type PassAnswer,
  placesOf,
  recordOf,
  type SideDraft,
  type TestDraft,
  type TestPlace,
  troubleIn,
} from './testDraft.ts';

const text = RETURNING_TEXT.tests;
const PASS_OPTIONS = (['passed', 'not-passed', 'not-done'] as const).map((id) => ({ id, name: text.passOptions[id] }));

export interface TestFormProps {
  readonly kind: ReturnTestKind;
  readonly clientId: string;
  /** A record that is changed; null = a new test. */
  readonly changed: ReturnTest | null;
  readonly onClose: () => void;
}

export function TestForm({ kind, clientId, changed, onClose }: TestFormProps) {
  const say = useNotice();
  const add = useChange('tests.add', OF_TESTS, { toldHere: true });
  const change = useChange('tests.change', OF_TESTS, { toldHere: true });
  const remove = useChange('tests.remove', OF_TESTS);
  const places = changed ? [placeOf(changed)] : placesOf(kind);
  const [date, setDate] = useState(changed?.date ?? today());
  const [draft, setDraft] = useState<TestDraft>(() => {
    const empty = { left: EMPTY_SIDE, right: EMPTY_SIDE, whole: EMPTY_SIDE };
    return changed ? { ...empty, [placeOf(changed)]: draftOf(changed) } : empty;
  });
  const [isAsked, ask] = useState(false);
  const records = places.flatMap((place) => recordOf(draft[place], place, { clientId, date, kind }) ?? []);
  /** What lies ahead was not tested. */
  const isDay = date !== '' && date <= today();
  const isWrong = places.some((place) => Object.values(troubleIn(draft[place])).some(Boolean));
  const set = (place: TestPlace, fields: Partial<SideDraft>): void =>
    setDraft((before) => ({ ...before, [place]: { ...before[place], ...fields } }));

  const keep = async (): Promise<void> => {
    if (changed) {
      const [record] = records;
      if (record) await change.mutateAsync({ id: changed.id, fields: changeOf(record, changed, kind) });
    } else {
      const kept: string[] = [];
      for (const record of records) kept.push((await add.mutateAsync(record)).id);
      say({
        text: fill(text.kept, { test: REHAB_TEXT.tests[kind.id].label }),
        undo: () => {
          for (const id of kept) remove.mutate({ id });
        },
      });
    }
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(true);
    // What fails is told below the fields.
    if (records.length > 0 && !isWrong && isDay) void keep().catch(() => undefined);
  };
  const error = add.error ?? change.error;
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {places.map((place, i) => (
        <SideFields
          key={place}
          kind={kind}
          unit={changed?.unit || kind.unit}
          place={place}
          draft={draft[place]}
          isFirst={i === 0}
          isAsked={isAsked}
          onChange={(fields) => set(place, fields)}
        />
      ))}
      <Field
        type="date"
        label={text.date}
        value={date}
        wrong={isAsked && !isDay ? text.wrongDate : null}
        onChange={setDate}
      />
      {isAsked && records.length === 0 && !isWrong && (
        <p role="alert" className={css.wrong}>
          {text.nothing}
        </p>
      )}
      {error && <Trouble trouble={error} />}
      <div className={css.formEnd}>
        <Button type="submit" look="main" isPending={add.isPending || change.isPending}>
          {text.keep}
        </Button>
        <Button look="plain" onPress={onClose}>
          {PARTS_TEXT.cancel}
        </Button>
      </div>
    </form>
  );
}

const placeOf = ({ side }: ReturnTest): TestPlace => (side === 'left' || side === 'right' ? side : 'whole');

interface SideFieldsProps {
  readonly kind: ReturnTestKind;
  /** Of a record that is changed its own. */
  readonly unit: string;
  readonly place: TestPlace;
  readonly draft: SideDraft;
  readonly isFirst: boolean;
  /** It was tried to keep it: what is wrong is said. */
  readonly isAsked: boolean;
  readonly onChange: (fields: Partial<SideDraft>) => void;
}

function SideFields({ kind, unit, place, draft, isFirst, isAsked, onChange }: SideFieldsProps) {
  const side = text.sides[place];
  const trouble = troubleIn(draft);
  const { count, counts } = kind.trials;
  const isWhole = place === 'whole';
  return (
    <div className={css.sideFields}>
      {kind.asks === 'value' && (
        <Field
          autoFocus={isFirst}
          label={side}
          value={draft.value}
          unit={unit}
          inputMode="decimal"
          hint={count > 1 ? fill(text.trialsHint, { count, counts: text.counts[counts] }) : undefined}
          wrong={isAsked && trouble.value ? text.wrongValue : null}
          onChange={(value) => onChange({ value })}
        />
      )}
      {kind.asks === 'pass' && (
        <Segmented
          label={side}
          value={draft.passed}
          options={PASS_OPTIONS}
          onChange={(passed: PassAnswer) => onChange({ passed })}
        />
      )}
      <Field
        autoFocus={isFirst && kind.asks === 'pain'}
        label={isWhole ? text.painWhole : fill(text.pain, { side: side.toLowerCase() })}
        value={draft.pain}
        inputMode="decimal"
        hint={isFirst ? text.painHint : undefined}
        wrong={isAsked && trouble.pain ? text.wrongPain : null}
        onChange={(pain) => onChange({ pain })}
      />
    </div>
  );
}
