// Finds the ffmpeg this machine has, tries it, and says which one it is.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { GaitError } from '../../core/errors.ts';

type FfmpegSource = 'OPENSTRIDE_FFMPEG' | 'ffmpeg-static' | 'PATH' | '@ffmpeg-installer/ffmpeg';

export interface Ffmpeg {
  readonly path: string;
  readonly source: FfmpegSource;
  /** As ffmpeg calls itself, e.g. `7.0.2-static`. */
  readonly version: string;
  /** Release line, e.g. 7; for a nightly build that of the libraries in it; null when neither can be told. */
  readonly major: number | null;
}

export interface FfmpegCandidate {
  readonly source: FfmpegSource;
  readonly path: string;
}

let found: { readonly asked: string | undefined; readonly ffmpeg: Promise<Ffmpeg> } | null = null;

/**
 * The ffmpeg to use: OPENSTRIDE_FFMPEG, then ffmpeg-static, then PATH, then \@ffmpeg-installer; each is run before it is
 * believed. The answer is kept for the life of the process; a failure is not, so that installing one helps at once.
 * @throws GaitError `ffmpeg-missing` when none runs, or when OPENSTRIDE_FFMPEG names one that does not.
 */
export function findFfmpeg(): Promise<Ffmpeg> {
  const asked = process.env.OPENSTRIDE_FFMPEG;
  if (found?.asked === asked && found) return found.ffmpeg;
  const ffmpeg = firstThatRuns(listCandidates(process.env));
  found = { asked, ffmpeg };
  ffmpeg.catch(() => {
    if (found?.ffmpeg === ffmpeg) found = null;
  });
  return ffmpeg;
}

/** Where an ffmpeg may be, best first. Empty when there is no sign of one. */
export function listCandidates(env: Readonly<Record<string, string | undefined>>): FfmpegCandidate[] {
  const asked = env.OPENSTRIDE_FFMPEG;
  if (asked) return [{ source: 'OPENSTRIDE_FFMPEG', path: asked }];
  const places: readonly (readonly [FfmpegSource, string | null])[] = [
    ['ffmpeg-static', packagedPath('ffmpeg-static')],
    ['PATH', onPath(env.PATH ?? env.Path ?? '')],
    ['@ffmpeg-installer/ffmpeg', packagedPath('@ffmpeg-installer/ffmpeg')],
  ];
  return places.flatMap(([source, path]) => (path ? [{ source, path: outsideAsar(path) }] : []));
}

/**
 * The first candidate that answers `-version`.
 * @throws GaitError `ffmpeg-missing` when none does.
 */
export async function firstThatRuns(candidates: readonly FfmpegCandidate[]): Promise<Ffmpeg> {
  const failures: Error[] = [];
  for (const candidate of candidates) {
    try {
      return { ...candidate, ...parseVersion(await askVersion(candidate.path)) };
    } catch (error) {
      failures.push(new Error(`${candidate.source}: ${candidate.path} does not run`, { cause: error }));
    }
  }
  const asked = candidates.find((c) => c.source === 'OPENSTRIDE_FFMPEG');
  throw new GaitError(
    'ffmpeg-missing',
    asked
      ? `OPENSTRIDE_FFMPEG is set to ${asked.path}, which is not an ffmpeg that runs here; correct the path or unset it.`
      : 'No working ffmpeg was found, and films cannot be read without it; install ffmpeg so that "ffmpeg" runs in a ' +
          'terminal, or set OPENSTRIDE_FFMPEG to the full path of one.',
    { cause: new AggregateError(failures, 'every ffmpeg tried') },
  );
}

/**
 * What `ffmpeg -version` says of itself.
 * @param text its output, first line `ffmpeg version …`
 * @throws Error when the text is not ffmpeg's.
 */
export function parseVersion(text: string): { version: string; major: number | null } {
  const version = /^ffmpeg version (\S+)/m.exec(text)?.[1];
  if (!version) throw new Error('this program is not ffmpeg');
  const release = /^n?(\d{1,2})\.\d/.exec(version)?.[1];
  if (release) return { version, major: Number(release) };
  const libavutil = /^libavutil\s+(\d+)\./m.exec(text)?.[1];
  return { version, major: libavutil ? Number(libavutil) - LIBAVUTIL_AHEAD : null };
}

/** libavutil 56 came with ffmpeg 4, 57 with 5, … 60 with 8 (ffmpeg.org/download.html, list of releases). */
const LIBAVUTIL_AHEAD = 52;

/** A binary cannot be run from inside an Electron archive; the packager puts it beside it. */
export function outsideAsar(path: string): string {
  return path.replace(/([\\/]app\.asar)(?=[\\/])/, '$1.unpacked');
}

function packagedPath(name: 'ffmpeg-static' | '@ffmpeg-installer/ffmpeg'): string | null {
  try {
    const loaded: unknown = createRequire(import.meta.url)(name);
    const path = typeof loaded === 'object' && loaded !== null && 'path' in loaded ? loaded.path : loaded;
    return typeof path === 'string' ? path : null;
  } catch {
    return null; // optional: not installed, or no build of it for this machine
  }
}

function onPath(pathVariable: string): string | null {
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  const places = pathVariable.split(delimiter).filter((folder) => folder !== '');
  return places.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Long enough for a virus scanner's first look at a large binary. */
const VERSION_TIMEOUT_MS = 20_000;

function askVersion(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: VERSION_TIMEOUT_MS, windowsHide: true };
    execFile(path, ['-version'], options, (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
}
