// Starts the engine as Electron's utilityProcess: the same script that plain Node forks.
import { utilityProcess } from 'electron';
import { outsideAsar } from '../host/outsideAsar.ts';
import type { EngineProcess, FromEngine } from '../jobs/engineProtocol.ts';
import { engineScript } from '../jobs/forkEngine.ts';

/** Starts an engine. It ends with the app, however that ends. @param modelsFolder of an installed app; null = this checkout's own */
export function utilityEngine(modelsFolder: string | null): EngineProcess {
  const child = utilityProcess.fork(outsideAsar(engineScript()), [], {
    serviceName: 'OpenStride engine',
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...(modelsFolder !== null && { OPENSTRIDE_MODELS: modelsFolder }) },
  });
  let gone = false;
  child.once('exit', () => {
    gone = true;
  });
  return {
    get pid() {
      return child.pid;
    },
    // An engine that died between two messages is heard of by its exit.
    send: (message) => {
      if (!gone) child.postMessage(message);
    },
    onMessage: (hear) => void child.on('message', (message) => hear(message as FromEngine)),
    onExit: (hear) => void child.once('exit', () => hear()),
    kill: () => void child.kill(),
  };
}
