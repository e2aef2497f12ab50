// Of every film in a report: how it was taken, what weakened it, and what is needed to repeat its numbers.

import {
  excludedStrides,
  type Fact,
  type FilmNote,
  filmNotes,
  methodSentences,
  nextFilmAdvice,
  provenanceFacts,
} from './filmNotes.ts';
import { fill } from './formatNumber.ts';
import type { ReportFilm } from './reportFilm.ts';
import type { ReportText } from './reportText.ts';
import { leadSentences } from './runnerSentences.ts';

/** How one film was taken. */
export interface FilmSheet {
  readonly label: string;
  readonly file: string;
  /** What was filmed and measured, in sentences. */
  readonly lead: readonly string[];
  readonly notes: readonly FilmNote[];
  readonly excluded: string | null;
  /** What to do at the next film. */
  readonly advice: readonly string[];
}

/** A sheet for every film. @param labelOf which film it is, for people */
export function filmSheets(
  films: readonly ReportFilm[],
  labelOf: (film: ReportFilm) => string,
  text: ReportText,
): readonly FilmSheet[] {
  return films.map((film) => {
    const shoes = (film.footwear ?? '').trim();
    return {
      label: labelOf(film),
      file: film.video.file,
      lead: [
        ...leadSentences(film.result, film.video, text),
        ...(shoes === '' ? [] : [fill(text.comparison.film.shoes, { shoes })]),
      ],
      notes: filmNotes(film.result.quality, text),
      excluded: excludedStrides(film.result, text),
      advice: nextFilmAdvice(film.result.quality, text),
    };
  });
}

/** What makes a report repeatable. */
export interface FilmFacts {
  /** How it was measured: the sentences of all films, each once. */
  readonly methods: readonly string[];
  readonly sources: readonly string[];
  /** Program and network: of all films where they agree, else of each. */
  readonly shared: readonly Fact[];
  readonly films: readonly { readonly label: string; readonly facts: readonly Fact[] }[];
}

/** What makes the numbers of all films repeatable. @param labelOf which film it is, for people */
export function filmFacts(
  films: readonly ReportFilm[],
  labelOf: (film: ReportFilm) => string,
  text: ReportText,
): FilmFacts {
  const all = films.map((film) => provenanceFacts(film.result, film.video, film.pose, film.app, text));
  const common = (all[0] ?? []).filter(({ label, value }) =>
    all.every((facts) => facts.some((fact) => fact.label === label && fact.value === value)),
  );
  const shared = films.length > 1 ? common : [];
  return {
    methods: [...new Set(films.flatMap(({ result }) => methodSentences(result, text)))],
    sources: text.methods.sources,
    shared,
    films: films.map((film, i) => ({
      label: labelOf(film),
      facts: all[i]!.filter(({ label }) => !shared.some((fact) => fact.label === label)),
    })),
  };
}
