// The app in a browser: opens a library, listens on 127.0.0.1 and prints the address that lets this user in.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { GaitError } from '../core/errors.ts';
import { openApp } from './host/openApp.ts';
import { builtPage, defaultLibrary, ownKey } from './host/places.ts';
import { startWebHost, type WebHost } from './host/webHost.ts';
import { forkEngine } from './jobs/forkEngine.ts';
import { type KeyPort, passphraseKey } from './store/keyPort.ts';

const USAGE = 'Usage: node electron/web.ts [--library FOLDER] [--passphrase-file FILE] [--port N] [--open]';
const NO_PAGE = 'The screens are not built yet: run "npm run build" first, then this again.';

async function run(): Promise<void> {
  const options = readOptions();
  const folder = path.resolve(options.library ?? defaultLibrary());
  const { key, lies } = await keyOf(options['passphrase-file']);
  let host: WebHost | null = null;
  const app = await openApp({
    folder,
    key,
    host: 'browser',
    startEngine: () => forkEngine(),
    onNews: (news) => host?.tell(news),
  });
  const stop = async () => {
    await host?.close();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
  const pageFolder = builtPage();
  try {
    host = await startWebHost({
      ...app,
      pageFolder,
      onMistake: (name, error) => console.error(`${name}:`, error),
      port: Number(options.port),
    });
  } catch (error) {
    await app.close();
    throw error;
  }
  process.stdout.write(`Library: ${folder}\n${lies}\n${pageFolder ? '' : `${NO_PAGE}\n`}OpenStride: ${host.url}\n`);
  if (options.open) showInBrowser(host.url);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        library: { type: 'string' },
        'passphrase-file': { type: 'string' },
        port: { type: 'string', default: '0' },
        open: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    throw new TypeError(USAGE);
  }
}

/** @returns the key, and where it lies in words */
async function keyOf(passphraseFile: string | undefined): Promise<{ readonly key: KeyPort; readonly lies: string }> {
  if (passphraseFile) {
    const passphrase = (await readFile(passphraseFile, 'utf8')).replace(/\r?\n$/, '');
    return { key: passphraseKey(passphrase), lies: 'Key: your passphrase' };
  }
  const { key, file } = await ownKey();
  return { key, lies: `Key: ${file} (without it nobody can read the library: keep a copy in a safe place)` };
}

/** The system's own browser; where there is none the address was printed. */
function showInBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ['open', url],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', url],
  };
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', url];
  spawn(command!, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

try {
  await run();
} catch (error) {
  const expected = error instanceof GaitError || error instanceof TypeError || error instanceof RangeError;
  process.stderr.write(`${expected ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
