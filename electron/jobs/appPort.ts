// How the engine process speaks with the app that started it: over child_process, or over Electron's utilityProcess.
import type { FromEngine, ToEngine } from './engineProtocol.ts';

export interface AppPort {
  say(message: FromEngine): void;
  hear(listener: (message: ToEngine) => void): void;
  /** The app has ended or let go. */
  gone(listener: () => void): void;
}

/** Electron's `process.parentPort`, as far as it is used here. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** The way to whoever started this process. @throws Error when nobody is listening */
export function appPort(): AppPort {
  const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort;
  if (parentPort) {
    return {
      say: (message) => parentPort.postMessage(message),
      hear: (listener) => parentPort.on('message', (event) => listener(event.data as ToEngine)),
      // Electron ends its utility processes itself, with a signal where there are signals; ffmpeg must hear of it.
      gone: (listener) => void process.once('SIGTERM', listener),
    };
  }
  if (!process.send) throw new Error('the engine is started by OpenStride, not by hand');
  return {
    // A message to an app that has just gone is nobody's loss.
    say: (message) => void process.send?.(message, undefined, undefined, () => undefined),
    hear: (listener) => process.on('message', (message) => listener(message as ToEngine)),
    gone: (listener) => process.on('disconnect', listener),
  };
}
