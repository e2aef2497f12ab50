// The tests of return to function that a film of an exercise makes: looked at, changed, kept; and those that are kept already.
import { useState } from 'react';
import type { ExerciseResult } from '../../../core/exercises/exerciseTypes.ts';
import { testsToEnter } from '../../../core/rehab/testsFromExercise.ts';
import { useCall } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import sectionCss from '../../parts/Section.module.css';
import { EXERCISE_SCREEN_TEXT } from '../../text/exerciseScreenText.ts';
import { EnterTests } from './EnterTests.tsx';
import css from './Exercise.module.css';
import { KeptTest } from './KeptTest.tsx';

const text = EXERCISE_SCREEN_TEXT.tests;

export interface ExerciseTestsProps {
  readonly clipId: string;
  readonly result: ExerciseResult;
}

export function ExerciseTests({ clipId, result }: ExerciseTestsProps) {
  const [isEntering, setEntering] = useState(false);
  const { data: whose } = useCall('clips.open', { clipId });
  const clientId = whose?.client.id ?? '';
  const { data: tests } = useCall('tests.list', { clientId }, { enabled: whose !== undefined });
  if (!whose || !tests) return null;
  const kept = tests.filter((test) => test.clipId === clipId);
  const offered = testsToEnter(result, { clientId, date: whose.session.date, clipId });
  return (
    <section aria-labelledby="tests">
      <div className={sectionCss.head}>
        <h2 id="tests">{text.title}</h2>
        {!isEntering && (
          <Button look={kept.length === 0 ? 'main' : 'plain'} onPress={() => setEntering(true)}>
            {text.enter}
          </Button>
        )}
      </div>
      {isEntering && <EnterTests offered={offered} unclear={result.unclear} onClose={() => setEntering(false)} />}
      {kept.length > 0 && (
        <>
          <h3 className={css.subhead}>{text.ofFilm}</h3>
          <ul className={css.kept}>
            {kept.map((test) => (
              <KeptTest key={test.id} test={test} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
