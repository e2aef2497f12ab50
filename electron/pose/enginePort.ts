// How a worker speaks with the engine that started it: as a process of its own, or as a thread of the engine's.
import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './poseProtocol.ts';

export interface EnginePort {
  say(message: FromWorker): void;
  hear(listener: (message: ToWorker) => void): void;
  /** The engine is gone or has let go. */
  gone(listener: () => void): void;
}

/** The way to whoever started this worker. */
export function enginePort(): EnginePort {
  const port = parentPort;
  if (port) {
    return {
      say: (message) => port.postMessage(message),
      hear: (listener) => void port.on('message', listener),
      gone: () => undefined, // a thread ends with its process
    };
  }
  return {
    say: (message) => void process.send?.(message, undefined, undefined, () => undefined), // an engine that was killed needs no answer
    hear: (listener) => void process.on('message', (message) => listener(message as ToWorker)),
    gone: (listener) => void process.on('disconnect', listener),
  };
}
