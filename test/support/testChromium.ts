// Starts the headless Chromium that the tests bring along inside npm, on machines without any browser.
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Why there is no test browser here, null where there is one: the package exists for Linux on x64 only. */
export const TEST_CHROMIUM_MISSING: string | null =
  process.platform === 'linux' && process.arch === 'x64' ? null : 'the test browser exists for Linux x64 only';

/** How a browser without a graphics card paints: slowly, but with WebGL, or plainly. */
const PAINTING = {
  webgl: ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  plain: ['--disable-gpu'],
} as const;

const PACKAGE = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));

let unpacking: Promise<string> | null = null;

/**
 * A new browser; close it after the tests.
 * @throws Error when {@link TEST_CHROMIUM_MISSING} is not null
 */
export async function launchTestChromium(painting: keyof typeof PAINTING = 'webgl'): Promise<Browser> {
  if (TEST_CHROMIUM_MISSING !== null) throw new Error(TEST_CHROMIUM_MISSING);
  unpacking ??= unpackOnce();
  const folder = await unpacking;
  const start = (extra: Record<string, string>) =>
    chromium.launch({
      executablePath: join(folder, 'chromium'),
      args: [...PAINTING[painting]],
      env: { ...definedEnvironment(), FONTCONFIG_PATH: join(folder, 'fonts'), ...extra },
    });
  try {
    return await start({});
  } catch (error) {
    // A bare machine lacks libnss3 and its kin: the package has copies. Elsewhere the machine's own are the right ones.
    if (!String(error).includes('shared libraries')) throw error;
    return start({ LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') });
  }
}

/** Unpacks once per version and user, under a temporary name first: several test files may start at the same time. */
async function unpackOnce(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `openstride-chromium-${version}-${userInfo().uid}`);
  if (existsSync(folder)) return folder;
  const scratch = mkdtempSync(`${folder}-`);
  await unpackInto(scratch);
  writeFileSync(join(scratch, 'fonts', 'fonts.conf'), fontSettings(folder));
  try {
    renameSync(scratch, folder);
  } catch (error) {
    rmSync(scratch, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The package unpacks into the system's temporary folder and takes whatever lies there for finished: so it gets its own. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const files = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(files.map((file) => inflate(join(PACKAGE, 'bin', file))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The package's own fonts beside the machine's, which may have none. */
function fontSettings(folder: string): string {
  const fonts = [join(folder, 'fonts', 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  return `${head}<fontconfig>${fonts}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>\n`;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
