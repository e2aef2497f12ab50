// The library's films as the screens need them: probed once, checked for being there, and with a path to play them from.
import { stat } from 'node:fs/promises';
import type { FilmView } from '../../core/api/filmView.ts';
import { API_PATHS } from '../../core/api.ts';
import type { Clip } from '../../core/records/records.ts';
import { captureFlags } from '../jobs/filmFlags.ts';
import type { JobQueue } from '../jobs/jobQueue.ts';
import { readFilm } from '../jobs/readFilm.ts';
import type { FilmFacts } from '../store/filmFacts.ts';
import type { Library } from '../store/openLibrary.ts';

/** Folders of the library that pages may read from, by their name in the address. */
export const FILM_FOLDERS = { films: 'videos', proxies: 'proxies', thumbnails: 'thumbnails' } as const;

/** Whether files lie where they belong. */
interface Lies {
  readonly proxy: boolean;
  readonly thumbnail: boolean;
  readonly missing: boolean;
}

/** What pages are told of films. */
export class Films {
  readonly #library: Library;
  readonly #queue: JobQueue;
  /** Two pages that ask for the same film wait for the same probe. */
  readonly #probing = new Map<string, Promise<FilmFacts>>();

  constructor(library: Library, queue: JobQueue) {
    this.#library = library;
    this.#queue = queue;
  }

  /** Probed now if it never was. @throws GaitError of probing, when the film is gone or none */
  facts(sha256: string): Promise<FilmFacts> {
    const known = this.#library.filmFacts.get(sha256);
    if (known) return Promise.resolve(known);
    const under = this.#probing.get(sha256);
    if (under) return under;
    const probing = readFilm(this.#library.videos.get(sha256).file)
      .then((facts) => {
        this.#library.filmFacts.keep(sha256, facts);
        return facts;
      })
      .finally(() => this.#probing.delete(sha256));
    this.#probing.set(sha256, probing);
    return probing;
  }

  /** Also asks for the film for playback when it is not there, as after a restore. @throws as {@link Films.facts} */
  async view(clip: Clip): Promise<FilmView> {
    const facts = await this.facts(clip.videoSha256);
    const stored = this.#library.videos.get(clip.videoSha256);
    const lies: Lies = {
      proxy: (await sizeOf(stored.proxyFile)) !== null,
      thumbnail: (await sizeOf(stored.thumbnailFile)) !== null,
      missing: (await sizeOf(stored.file)) !== stored.bytes,
    };
    if (!lies.proxy && !lies.missing && this.#library.poses.latestFor(clip.id)) {
      if (!this.#gaveUp(clip.id)) this.#queue.add(clip.id, { onlyPlayback: true });
    }
    return filmView(clip, facts, stored.file, lies);
  }

  /** A film that cannot be made playable is not tried at every look. */
  #gaveUp(clipId: string): boolean {
    return this.#queue.jobs().some((job) => job.clipId === clipId && job.onlyPlayback && job.state !== 'done');
  }
}

function filmView(clip: Clip, facts: FilmFacts, file: string, { proxy, thumbnail, missing }: Lies): FilmView {
  const { widthPx, heightPx, rateHz, durationS, frames, variableRate, codec, slowMotionHint, timeS } = facts;
  const sha256 = clip.videoSha256;
  const original = !proxy && !missing && playsAsItIs(facts);
  const extension = /\.[a-z0-9]+$/.exec(file)?.[0] ?? '';
  return {
    ...{ widthPx, heightPx, rateHz, durationS, frames, variableRate, codec, slowMotionHint, timeS },
    rotated: facts.rotationDeg !== 0,
    flags: captureFlags(facts, clip.capture.slowMotion),
    filmPath: original ? `${API_PATHS.files}films/${sha256}${extension}` : `${API_PATHS.files}proxies/${sha256}.mp4`,
    thumbnailPath: `${API_PATHS.files}thumbnails/${sha256}.jpg`,
    playable: proxy || original,
    hasThumbnail: thumbnail,
    missing,
  };
}

/** Chromium shows such a film itself, upright and on the clock of our table; shown until the film for playback is made. */
function playsAsItIs({ codec, container, rotationDeg, interlaced, truncated, startS }: FilmFacts): boolean {
  return (
    codec === 'h264' && /\bmp4\b/.test(container) && rotationDeg === 0 && !interlaced && !truncated && startS === 0
  );
}

async function sizeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? found.size : null;
}
