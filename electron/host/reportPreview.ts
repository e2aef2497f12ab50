// A report of the library's films before it is printed: measured as they measure now, with pictures from the films themselves.
import type { ReportAsk, ReportPreview } from '../../core/api/reports.ts';
import { GaitError } from '../../core/errors.ts';
import type { ReportFilm } from '../../core/report/reportFilm.ts';
import { type ChosenFilm, reportKinds, visitsFor } from '../../core/report/reportKinds.ts';
import { AppVersion } from '../jobs/appVersion.ts';
import type { FilmPictures } from '../report/comparisonPages.ts';
import { type FoundPictures, grabbedPictures } from '../report/filmPictures.ts';
import { reportDocument } from '../report/reportDocument.ts';
import type { VideoProbe } from '../video/probe.ts';
import type { HostRooms } from './hostRooms.ts';
import { madeFrom } from './measureClip.ts';
import { calledOnPaper, dayInWords } from './onPaper.ts';
import { keepResult } from './storedResults.ts';

interface LibraryFilm extends ReportFilm, ChosenFilm {
  readonly clipId: string;
  /** Equal for equal results. */
  readonly from: string;
  readonly probe: VideoProbe;
}

const NO_KIND =
  'These films do not make such a report. Choose one film, both sides of one visit, or visits filmed from the same side.';

/** Makes previews; keeps the pictures of the last one, because a clinician changes words and parts many times in a row. */
export class ReportPreviews {
  readonly #rooms: HostRooms;
  #pictures: ReadonlyMap<string, Promise<FoundPictures>> = new Map();

  constructor(rooms: HostRooms) {
    this.#rooms = rooms;
  }

  /**
   * @throws GaitError `record-missing` for a clip that is gone or that nobody has looked at; `not-exportable` when the films do not
   *   make a report of this kind; of probing a film that never was
   */
  async make({ kind, clipIds, setup, blurFaces }: ReportAsk): Promise<ReportPreview> {
    const { library } = this.#rooms;
    const films: LibraryFilm[] = [];
    for (const clipId of clipIds) films.push(await this.#film(clipId)); // one pose at a time is large enough
    if (!reportKinds(films).includes(kind)) throw new GaitError('not-exportable', NO_KIND);
    const visits = visitsFor(kind, films).map((own) => ({ date: dayInWords(own[0]!.date), films: own }));
    const { sessionId } = visits.at(-1)!.films[0]!;
    const client = library.clients.get(library.sessions.get(sessionId).clientId);
    const { clinicName, clinicLogo } = library.settings.get();
    const notes: string[] = [];
    const { html, title } = await reportDocument(
      {
        ...{ kind, visits, minutes: [], client: calledOnPaper(client), madeOn: dayInWords(Date.now()) },
        setup: { ...setup, clinicName, clinicLogo },
      },
      (shown, frames) => this.#picturesOf(shown, frames, blurFaces, notes),
    );
    const resultIds: string[] = [];
    for (const clipId of clipIds) resultIds.push((await keepResult(this.#rooms, clipId)).id);
    const pages = html.split('<section class="page ').length - 1;
    return { html, title, pages, sessionId, resultIds, notes };
  }

  async #film(clipId: string): Promise<LibraryFilm> {
    const { library, films, measurer } = this.#rooms;
    const clip = library.clips.get(clipId);
    if (clip.exercise) throw new GaitError('not-exportable', `${clip.fileName} shows an exercise and no gait.`);
    const input = measurer.input(clipId);
    if (!input)
      throw new GaitError('record-missing', `Nobody has been looked for in ${clip.fileName} yet; analyse it first.`);
    const { sessionId, condition, videoSha256: sha256, fileName: file } = clip;
    const { date, footwear } = library.sessions.get(sessionId);
    const facts = await films.facts(sha256);
    const result = measurer.result(input);
    return {
      ...{ clipId, sessionId, condition, date, footwear, result, view: result.capture.view, from: madeFrom(input) },
      probe: { ...facts, file: library.videos.get(sha256).file },
      video: { ...facts, file, sha256, slowMotion: input.options.slowMotion },
      pose: input.seen,
      app: { version: AppVersion.app, analysisVersion: AppVersion.analysis },
    };
  }

  async #picturesOf(
    films: readonly LibraryFilm[],
    frames: ReadonlyMap<number, readonly number[]>,
    blurFaces: boolean,
    notes: string[],
  ): Promise<FilmPictures> {
    const before = this.#pictures;
    const asked = Array.from(frames, ([at, numbers]) => {
      const film = films[at]!;
      const name = JSON.stringify([film.from, numbers, blurFaces]);
      return { at, name, found: before.get(name) ?? fetched(film, numbers, blurFaces) };
    });
    this.#pictures = new Map(asked.map(({ name, found }) => [name, found]));
    const found = await Promise.all(asked.map(async (one) => ({ at: one.at, ...(await one.found) })));
    notes.push(...found.flatMap(({ shortfall }) => shortfall ?? []));
    return new Map(found.filter(({ pictures }) => pictures.size > 0).map(({ at, pictures }) => [at, pictures]));
  }
}

/** A film that is gone or damaged costs its pictures only. */
async function fetched(film: LibraryFilm, frames: readonly number[], blurFaces: boolean): Promise<FoundPictures> {
  try {
    const signal = new AbortController().signal;
    return { pictures: await grabbedPictures(film.probe, film, frames, { blurFaces, signal }), shortfall: null };
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    const shortfall = `The pictures of ${film.video.file} could not be fetched, so the report has none of it. ${error.message}`;
    return { pictures: new Map(), shortfall };
  }
}
