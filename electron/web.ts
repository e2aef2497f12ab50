// The app in a browser: opens a library, listens on 127.0.0.1 and prints the address that lets this user in.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { GaitError } from '../core/errors.ts';
import { openApp } from './host/openApp.ts';
import { startWebHost, type WebHost } from './host/webHost.ts';
import { forkEngine } from './jobs/forkEngine.ts';
import { passphraseKey } from './store/keyPort.ts';

const USAGE = 'Usage: node electron/web.ts --library FOLDER --passphrase-file FILE [--model heavy|full] [--port N]';

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      library: { type: 'string' },
      'passphrase-file': { type: 'string' },
      model: { type: 'string', default: 'heavy' },
      port: { type: 'string', default: '0' },
    },
  });
  const { library: folder, 'passphrase-file': file, model } = values;
  if (!folder || !file || (model !== 'heavy' && model !== 'full')) throw new TypeError(USAGE);
  const passphrase = (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
  let host: WebHost | null = null;
  const app = await openApp({
    folder,
    key: passphraseKey(passphrase),
    model,
    startEngine: () => forkEngine(),
    onNews: (news) => host?.tell(news),
  });
  const stop = async () => {
    await host?.close();
    app.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
  try {
    host = await startWebHost({
      handlers: app.handlers,
      folders: { proxies: app.library.folder.proxies, thumbnails: app.library.folder.thumbnails },
      workFolder: app.library.folder.work,
      pageFolder: null,
      firstNews: () => app.queue.jobs().map((job) => ({ kind: 'job', job })),
      onMistake: (name, error) => console.error(`${name}:`, error),
      port: Number(values.port),
    });
  } catch (error) {
    app.close();
    throw error;
  }
  process.stdout.write(`OpenStride: ${host.url}\n`);
}

try {
  await run();
} catch (error) {
  const expected = error instanceof GaitError || error instanceof TypeError || error instanceof RangeError;
  process.stderr.write(`${expected ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
