// Starts the engine as a child process of Node; Electron's host starts the same script as a utilityProcess instead.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EngineProcess, FromEngine } from './engineProtocol.ts';

/** The script of the engine process, as built or as source. */
export function engineScript(): string {
  const name = import.meta.url.endsWith('.ts') ? './engineProcess.ts' : './engineProcess.js';
  return fileURLToPath(new URL(name, import.meta.url));
}

/** An engine that is let go of ends within milliseconds. */
const PATIENCE_MS = 2000;

/** Starts an engine process. It ends by itself when this process does, however that ends. */
export function forkEngine(env: NodeJS.ProcessEnv = process.env): EngineProcess {
  const child = fork(engineScript(), [], {
    env,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid,
    // An engine that died between two messages is heard of by its exit.
    send: (message) => void child.send(message, () => undefined),
    onMessage: (hear) => void child.on('message', (message) => hear(message as FromEngine)),
    onExit: (hear) => {
      let heard = false;
      const once = () => {
        if (!heard) hear();
        heard = true;
      };
      child.on('exit', once);
      child.on('error', once);
    },
    // Let go of, the engine stops its ffmpeg and ends; one that does not hear is ended from outside.
    kill: () => {
      if (child.connected) child.disconnect();
      setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
    },
  };
}
