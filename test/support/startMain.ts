// Starts the real electron/main.ts over the thin Electron, with a home of its own, and speaks to it as its page would.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import type { ApiAnswer, ApiInput, ApiName, ApiOutput } from '../../core/api.ts';
import { IPC_CALL, IPC_DESKTOP, IPC_LISTENING } from '../../electron/host/ipcChannels.ts';

type Fake = typeof import('./fakeElectron.ts');

/** Who asks: the page itself when nothing is said. */
export interface Sender {
  readonly url?: string;
  readonly parent?: unknown;
}

export interface RunningMain {
  readonly fake: Fake;
  readonly home: string;
  readonly library: string;
  call<N extends ApiName>(name: N, input: ApiInput<N>, sender?: Sender): Promise<ApiAnswer<ApiOutput<N>>>;
  ask(action: unknown, sender?: Sender): Promise<unknown>;
  /** The page listens. */
  listen(what: 'news' | 'commands', sender?: Sender): void;
  /** Everything sent to the page on one channel. */
  heard(channel: string): unknown[];
  stop(): Promise<void>;
}

export interface MainOptions {
  readonly args?: readonly string[];
  readonly home?: string;
  /** Sets the machine up before the program starts. */
  readonly before?: (machine: Fake['machine'], home: string) => void;
}

const EVENTS = ['uncaughtException', 'unhandledRejection'] as const;

/** A new copy of the program on a new computer, as far as opening its window. */
export async function startMain({ args = [], home: given, before }: MainOptions = {}): Promise<RunningMain> {
  const home = given ?? mkdtempSync(path.join(tmpdir(), 'openstride desktop '));
  mkdirSync(path.join(home, 'userData'), { recursive: true });
  vi.stubEnv('XDG_CONFIG_HOME', path.join(home, 'config'));
  vi.resetModules();
  const fake: Fake = await import('./fakeElectron.ts');
  fake.machine.home = home;
  before?.(fake.machine, home);
  const listeners = EVENTS.map((name) => process.listeners(name as 'uncaughtException'));
  const argv = process.argv;
  process.argv = [argv[0], 'main.js', ...args];
  await import('../../electron/main.ts');
  process.argv = argv;
  fake.app.becomeReady();
  if (fake.machine.exitCode === null) await vi.waitFor(() => shown(fake), { timeout: 5000, interval: 5 });

  const contents = () => fake.machine.windows[0]?.webContents;
  const event = ({ url = 'app://openstride/index.html', parent = null }: Sender = {}) => ({
    sender: contents(),
    senderFrame: { url, parent },
  });
  const invoke = (channel: string, sender: Sender | undefined, rest: unknown[]) =>
    Promise.resolve(fake.ipcMain.invoked.get(channel)!(event(sender), ...rest));
  return {
    fake,
    home,
    library: path.join(home, 'documents', 'OpenStride'),
    call: (name, input, sender) => invoke(IPC_CALL, sender, [name, input]) as never,
    ask: async (action, sender) => invoke(IPC_DESKTOP, sender, [action]),
    listen: (what, sender) => void fake.ipcMain.emit(IPC_LISTENING, event(sender), what),
    heard: (channel) =>
      contents()
        .sent.filter((one) => one.channel === channel)
        .map(({ args: [message] }) => message),
    stop: async () => {
      if (fake.machine.exitCode === null) {
        fake.app.quit();
        await vi.waitFor(() => fake.machine.exitCode ?? Promise.reject(new Error('still running')));
      }
      EVENTS.forEach((name, i) => {
        process.removeAllListeners(name);
        for (const listener of listeners[i]) process.on(name, listener as never);
      });
      vi.unstubAllEnvs();
      if (given === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}

function shown({ machine }: Fake): void {
  if (machine.windows.length === 0 && machine.exitCode === null) throw new Error('no window yet');
}
