// What was measured of each leg's repetitions, with its margin and, where it is weak, the reason.
import { exerciseValue } from '../../../core/exercises/exerciseSentences.ts';
import type {
  ExerciseMeasure,
  ExerciseMeasureId,
  ExerciseResult,
  SupportLeg,
} from '../../../core/exercises/exerciseTypes.ts';
import { EXERCISE_SCREEN_TEXT as text } from '../../text/exerciseScreenText.ts';
import css from './Exercise.module.css';

export function Measures({ result: { measures } }: { readonly result: ExerciseResult }) {
  const legs = [...new Set(measures.map(({ leg }) => leg))];
  const ids = [...new Set(measures.map(({ id }) => id))];
  return (
    <section aria-labelledby="measured">
      <h2 id="measured">{text.measured.title}</h2>
      {measures.length === 0 ? (
        <p className="quiet">{text.measured.empty}</p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{text.measured.measure}</th>
              {legs.map((leg) => (
                <th key={leg} scope="col" className={css[leg]}>
                  {text.Legs[leg]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ids.map((id) => (
              <Row key={id} id={id} legs={legs} measures={measures} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface RowProps {
  readonly id: ExerciseMeasureId;
  readonly legs: readonly SupportLeg[];
  readonly measures: readonly ExerciseMeasure[];
}

function Row({ id, legs, measures }: RowProps) {
  return (
    <tr>
      <th scope="row">{text.measures[id]}</th>
      {legs.map((leg) => (
        <Value key={leg} measure={measures.find((one) => one.id === id && one.leg === leg) ?? null} />
      ))}
    </tr>
  );
}

function Value({ measure }: { readonly measure: ExerciseMeasure | null }) {
  const written = measure && exerciseValue(measure);
  return (
    <td className={css.value} data-weak={measure?.quality === 'caution' || undefined}>
      {written ? <b>{written}</b> : <span className="quiet">{text.measured.none}</span>}
      {measure?.reason && <span className={css.reason}>{text.reasons[measure.reason]}</span>}
    </td>
  );
}
