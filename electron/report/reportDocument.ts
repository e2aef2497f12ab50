// A report of any kind from measured films to its document: the one way, for the terminal as for the app.
import type { ComparisonKind } from '../../core/compare/compareVisits.ts';
import { comparedFrames, comparisonModel } from '../../core/report/comparisonModel.ts';
import { followUpModel } from '../../core/report/followUpModel.ts';
import type { ReportFilm } from '../../core/report/reportFilm.ts';
import type { ReportKind } from '../../core/report/reportKinds.ts';
import { keyFrameNumbers, reportModel } from '../../core/report/reportModel.ts';
import type { ReportSetup } from '../../core/report/reportSetup.ts';
import { comparisonHtml } from './comparisonHtml.ts';
import type { FilmPictures } from './comparisonPages.ts';
import { followUpHtml } from './followUpHtml.ts';
import { reportHtml } from './reportHtml.ts';

/** Films of one day or of one condition. */
interface VisitOf<F> {
  /** As people write it; '' when not known. */
  readonly date: string;
  readonly films: readonly F[];
}

export interface DocumentAsk<F extends ReportFilm> {
  readonly kind: ReportKind;
  /** Of a single film and of left against right one, else two or more. */
  readonly visits: readonly VisitOf<F>[];
  /** When each clip of a run was filmed, minutes since its start; empty when nobody noted it. */
  readonly minutes: readonly number[];
  readonly client: string | null;
  readonly madeOn: string;
  readonly setup: ReportSetup;
}

/** Fetches pictures. @param frames of each film, by its number in `films` */
type FetchPictures<F> = (films: readonly F[], frames: ReadonlyMap<number, readonly number[]>) => Promise<FilmPictures>;

/** @returns the document, ready to print, and what it is called */
export async function reportDocument<F extends ReportFilm>(
  { kind, visits, minutes, ...facts }: DocumentAsk<F>,
  fetch: FetchPictures<F>,
): Promise<{ readonly html: string; readonly title: string }> {
  if (kind === 'single') {
    const film = visits[0]!.films[0]!;
    const model = reportModel({ ...film, ...facts });
    const pictures = await fetch([film], new Map([[0, keyFrameNumbers(model)]]));
    return { html: reportHtml(model, pictures.get(0) ?? new Map()), title: model.title };
  }
  if (kind === 'follow-up') {
    const model = followUpModel({ visits, ...facts });
    const pictures = await fetch(model.films as readonly F[], comparedFrames(model));
    return { html: followUpHtml(model, pictures), title: model.title };
  }
  const clips = visits.map(({ films }, i) => ({ film: films[0]!, atMin: minutes[i] ?? null }));
  const run = kind === 'fresh-tired' ? clips : [];
  const model = comparisonModel({ kind, ...heldAgainst(kind, visits[0]!, visits.at(-1)!), run, ...facts });
  const pictures = await fetch(model.films as readonly F[], comparedFrames(model));
  return { html: comparisonHtml(model, pictures), title: model.title };
}

/** Left and right are of one visit, whichever was named first. */
export function heldAgainst<F>(
  kind: ComparisonKind,
  a: VisitOf<F>,
  b: VisitOf<F>,
): { readonly first: VisitOf<F>; readonly second: VisitOf<F> } {
  if (kind !== 'left-right') return { first: a, second: b };
  const films = [...new Set([...a.films, ...b.films])];
  return { first: { ...a, films }, second: { ...b, films } };
}
