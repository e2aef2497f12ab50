// What probing found out of each film, kept so that no film is probed twice.
import { deflateSync, inflateSync } from 'node:zlib';
import { fromWire, toWire } from '../../core/api/wire.ts';
import type { VideoProbe } from '../video/probe.ts';
import type { Shelf } from './recordTable.ts';

/** The probe without the place where the film lay, and what one look at the picture told. */
export interface FilmFacts extends Omit<VideoProbe, 'file'> {
  /** Mean brightness of the picture, 0–255; null when no frame could be decoded. */
  readonly brightness: number | null;
}

export interface FilmFactStore {
  /** Null while the film was not probed. */
  get(sha256: string): FilmFacts | null;
  /** The film must be in the library. */
  keep(sha256: string, facts: FilmFacts): void;
}

/** Opens the facts of the films. */
export function filmFactStore({ db, sealer }: Shelf): FilmFactStore {
  const place = (sha256: string) => `film_facts/${sha256}`;
  return {
    get: (sha256) => {
      const sealed = db.get('SELECT sealed FROM film_facts WHERE video_sha256 = ?', sha256)?.sealed;
      if (!sealed) return null;
      return fromWire(inflateSync(sealer.open(sealed as Uint8Array, place(sha256))).toString()) as FilmFacts;
    },
    keep: (sha256, facts) => {
      const sealed = sealer.seal(deflateSync(toWire(facts)), place(sha256));
      db.run('INSERT OR REPLACE INTO film_facts (video_sha256, sealed) VALUES (?, ?)', sha256, sealed);
    },
  };
}
