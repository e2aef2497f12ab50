// Starts the BUILT main process on Node, with the thin Electron in the place of Electron and Chromium pages behind its windows.
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { app, type FakeContents, machine } from '../fakeElectron.ts';
import { showPages } from './chromiumPage.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Engines that were started, and whether each is still there. */
export const engines: { readonly script: string; readonly pid: number | undefined; gone: boolean }[] = [];

/**
 * @param out the built program's folder
 * @param home of a user that has nothing yet
 * @param resources of an installed app; null = a checkout
 * @returns the app's page, as main sees it
 */
export async function startBuiltApp(
  { out, home, resources }: { readonly out: string; readonly home: string; readonly resources: string | null },
  browser: Browser,
): Promise<FakeContents> {
  mkdirSync(path.join(home, 'userData'), { recursive: true });
  machine.home = home;
  machine.fork = forkUtility;
  showPages(browser, home);
  const electron = pathToFileURL(here('../fakeElectron.ts')).href;
  registerHooks({
    resolve: (name, context, next) =>
      name === 'electron' ? { url: electron, shortCircuit: true } : next(name, context),
  });
  const main = path.join(out, 'main', 'main.js');
  process.argv = resources === null ? [process.argv[0], main] : [process.argv[0]];
  if (resources !== null) {
    machine.isPackaged = true;
    Object.defineProperty(process, 'resourcesPath', { value: resources });
  }
  await import(pathToFileURL(main).href);
  app.becomeReady();
  while (!machine.windows[0]?.visible) await wait(5);
  return machine.windows[0].webContents;
}

function forkUtility(script: string, { env }: Electron.ForkOptions): EventEmitter {
  const child = fork(here('./utilityChild.ts'), [script], {
    env: env as NodeJS.ProcessEnv,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const engine = { script, pid: child.pid, gone: false };
  engines.push(engine);
  const events = new EventEmitter();
  child.on('message', (message) => events.emit('message', message));
  child.on('exit', (code) => {
    engine.gone = true;
    events.emit('exit', code ?? 1);
  });
  return Object.assign(events, {
    pid: child.pid,
    postMessage: (message: object) => void child.send(message, () => undefined),
    kill: () => child.kill('SIGTERM'),
  });
}
