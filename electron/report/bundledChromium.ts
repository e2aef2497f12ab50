// The headless Chromium that comes inside npm for development and tests on Linux x64, unpacked once and kept.

import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { unpackTar } from './readTar.ts';

const run = promisify(execFile);

/** A Chromium to start, with what its process needs to find its libraries and fonts. */
export interface UnpackedChromium {
  readonly path: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Where the package keeps its archives, or null when it is not installed or not made for this machine. */
function packageFolder(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    return join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  } catch {
    return null; // a development dependency: absent from an installed app
  }
}

/**
 * The bundled Chromium, unpacked on first use (about 2 s, 210 MB beside the package) and found again afterwards.
 * @param options.folder where to keep it; by default in the package manager's cache folder
 * @returns null where the package is absent or made for other machines
 * @throws Error when it cannot be written, or does not start even with the libraries it brings along
 */
export async function bundledChromium(options: { readonly folder?: string } = {}): Promise<UnpackedChromium | null> {
  const source = packageFolder();
  if (source === null) return null;
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  const name = `chromium-${version}`;
  const home = options.folder ?? (await cacheFolder(join(source, '..', '..')));
  const folder = join(home, name);
  if (!existsSync(join(folder, 'chromium'))) await unpackWhole(join(source, 'bin'), home, folder);
  return { path: join(folder, 'chromium'), version, env: environment(folder) };
}

/** Beside the packages, so that it goes when they go; in a private temporary folder where that may not be written. */
async function cacheFolder(nodeModules: string): Promise<string> {
  const beside = join(nodeModules, '.cache', 'openstride');
  try {
    await mkdir(beside, { recursive: true });
    await rm(await mkdtemp(join(beside, '.try-')), { recursive: true });
    return beside;
  } catch {
    return privateTemporaryFolder();
  }
}

/** A program is started from here, so nobody else may have put it there. */
async function privateTemporaryFolder(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `openstride-${user}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== user || (found.mode & 0o022) !== 0)
    throw new Error(`${folder} belongs to somebody else`);
  return folder;
}

/** Unpacks into a folder of its own and renames it, so that several processes may do so at once and none sees a half. */
async function unpackWhole(archives: string, home: string, folder: string): Promise<void> {
  const part = await mkdtemp(join(home, '.unpacking-'));
  try {
    const program = join(part, 'chromium');
    const fonts = async () => unpackTar(await unbrotli(join(archives, 'fonts.tar.br')), part);
    await Promise.all([
      pipeline(
        createReadStream(join(archives, 'chromium.br'), { highWaterMark: 4 << 20 }),
        createBrotliDecompress({ chunkSize: 2 << 20 }),
        createWriteStream(program, { mode: 0o755 }),
      ),
      fonts(),
    ]);
    await writeFile(join(part, 'fonts.conf'), fontConfiguration(join(folder, 'fonts')));
    if (!(await starts(program))) await unpackTar(await unbrotli(join(archives, 'al2023.tar.br')), part);
    await rename(part, folder).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(join(folder, 'chromium'))) throw error; // otherwise somebody else was quicker
    });
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

const unbrotli = async (file: string): Promise<Uint8Array> => promisify(brotliDecompress)(await readFile(file));

/** Whether the machine has the libraries that Chromium needs (libnss3, libnspr4, libexpat): the loader says so at once. */
async function starts(program: string): Promise<boolean> {
  try {
    await run(program, ['--version'], { timeout: 20_000 });
    return true;
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr);
    if (said.includes('error while loading shared libraries')) return false;
    throw error;
  }
}

function environment(folder: string): Record<string, string> {
  const libraries = join(folder, 'lib');
  const searched = [libraries, process.env.LD_LIBRARY_PATH].filter((path) => path !== undefined && path !== '');
  return {
    ...(existsSync(libraries) ? { LD_LIBRARY_PATH: searched.join(':') } : {}),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  };
}

/** The machine's own fonts, if it has any, and those that came along: without any font at all letters are left out silently. */
function fontConfiguration(fonts: string): string {
  const escaped = fonts.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${escaped}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n`;
}
