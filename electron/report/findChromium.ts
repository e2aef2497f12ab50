// Finds a browser that can print: the one the user names, an installed one, or the one that comes inside npm.

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { bundledChromium } from './bundledChromium.ts';

/** A browser to try. */
export interface Chromium {
  readonly path: string;
  /** Which one it is, for people: `Google Chrome`, `OPENSTRIDE_CHROMIUM`, `@sparticuz/chromium 153.0.0`. */
  readonly name: string;
  /** What its process needs beyond our own environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether its own sandbox can be on: not for root, not for the bundled one, which has no helper for it. */
  readonly sandbox: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const ADVICE =
  'install Google Chrome, Microsoft Edge or Chromium, or set OPENSTRIDE_CHROMIUM to the program of one; ' +
  'everything but the PDF works without (--no-report).';

/** The error for a machine on which no browser was found or none would start. */
export function browserMissing(cause?: unknown): GaitError {
  return new GaitError(
    'browser-missing',
    `The report cannot be printed because no browser was found that starts; ${ADVICE}`,
    {
      cause,
    },
  );
}

/**
 * The browsers to try, best first: OPENSTRIDE_CHROMIUM alone when it is set, otherwise the installed ones in well-known
 * places and then the bundled one, which is unpacked only when it is asked for.
 * @throws GaitError `browser-missing` when OPENSTRIDE_CHROMIUM names no file
 */
export async function* findChromium(env: Environment = process.env): AsyncGenerator<Chromium> {
  const asRoot = process.getuid?.() === 0;
  const asked = env.OPENSTRIDE_CHROMIUM;
  if (asked !== undefined && asked !== '') {
    if (!existsSync(asked))
      throw new GaitError('browser-missing', `OPENSTRIDE_CHROMIUM is set to ${asked}, which does not exist; ${ADVICE}`);
    yield { path: asked, name: 'OPENSTRIDE_CHROMIUM', env: {}, sandbox: !asRoot };
    return;
  }
  for (const { path, name } of installedChromiums(env))
    if (existsSync(path)) yield { path, name, env: {}, sandbox: !asRoot };
  const bundled = await bundledChromium();
  if (bundled !== null)
    yield { path: bundled.path, name: `@sparticuz/chromium ${bundled.version}`, env: bundled.env, sandbox: false };
}

/** Where browsers are installed on this kind of machine, best first, whether they exist or not. */
export function installedChromiums(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
): readonly { readonly path: string; readonly name: string }[] {
  if (platform === 'win32') return windowsPlaces(env);
  if (platform === 'darwin') return macPlaces();
  return linuxPlaces(env);
}

const CHROME = 'Google Chrome';
const EDGE = 'Microsoft Edge';
const CHROMIUM = 'Chromium';

function windowsPlaces(env: Environment) {
  const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
  const programs = [
    [CHROME, 'Google\\Chrome\\Application\\chrome.exe'],
    [EDGE, 'Microsoft\\Edge\\Application\\msedge.exe'],
    [CHROMIUM, 'Chromium\\Application\\chrome.exe'],
  ] as const;
  return programs.flatMap(([name, program]) => roots.map((root) => ({ name, path: `${root}\\${program}` })));
}

function macPlaces() {
  const folders = ['/Applications', join(homedir(), 'Applications')];
  return [CHROME, EDGE, CHROMIUM].flatMap((name) =>
    folders.map((folder) => ({ name, path: `${folder}/${name}.app/Contents/MacOS/${name}` })),
  );
}

function linuxPlaces(env: Environment) {
  const commands = [
    [CHROME, ['google-chrome-stable', 'google-chrome'], '/opt/google/chrome/chrome'],
    [CHROMIUM, ['chromium', 'chromium-browser'], '/usr/lib/chromium/chromium'],
    [EDGE, ['microsoft-edge-stable', 'microsoft-edge'], '/opt/microsoft/msedge/msedge'],
  ] as const;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return commands.flatMap(([name, names, usual]) => [
    ...names.flatMap((command) => folders.map((folder) => ({ name, path: join(folder, command) }))),
    { name, path: usual },
  ]);
}
