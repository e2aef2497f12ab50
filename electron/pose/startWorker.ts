// Starts a worker of the pose pool: a process where Node can fork, a thread inside Electron, whose program cannot start as Node.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './poseProtocol.ts';

/** A running worker as the pool sees it. */
export interface WorkerHandle {
  /** Of its process; null for a thread, which shares the engine's. */
  readonly pid: number | null;
  send(message: ToWorker): void;
  onMessage(hear: (message: FromWorker) => void): void;
  /** Called once, however it ended. */
  onExit(hear: () => void): void;
  /** Processes end at once, threads after the frame they are at. */
  kill(): void;
}

export interface WorkerKind {
  start(): WorkerHandle;
  /** Whether the next may start only when the one before has loaded its networks. */
  readonly oneAfterAnother: boolean;
}

function workerScript(): string {
  const name = import.meta.url.endsWith('.ts') ? './poseWorker.ts' : './poseWorker.js';
  return fileURLToPath(new URL(name, import.meta.url));
}

/** A process each: what crashes inside the native library takes only itself. */
export const PROCESS_WORKERS: WorkerKind = { start: startProcess, oneAfterAnother: false };

/** A thread each: several of one Electron process that load onnxruntime at once crash at random (microsoft/onnxruntime#20084). */
export const THREAD_WORKERS: WorkerKind = { start: startThread, oneAfterAnother: true };

/** The kind for this program: in Electron a fuse keeps its program from running as Node, so that nothing can be forked. */
export function suitableKind(versions: Readonly<Record<string, string | undefined>> = process.versions): WorkerKind {
  return versions.electron === undefined ? PROCESS_WORKERS : THREAD_WORKERS;
}

function startProcess(): WorkerHandle {
  const child = fork(workerScript(), [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid ?? null,
    // A worker that died between two messages is heard of by its exit; the failed send itself needs no answer.
    send: (message) => void child.send(message, () => undefined),
    onMessage: (hear) => void child.on('message', (message) => hear(message as FromWorker)),
    onExit: (hear) => {
      const once = onceOnly(hear);
      child.on('exit', once);
      child.on('error', once);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

function startThread(): WorkerHandle {
  const thread = new Worker(workerScript(), { execArgv: [] });
  return {
    pid: null,
    send: (message) => thread.postMessage(withOwnPixels(message)),
    onMessage: (hear) => void thread.on('message', (message) => hear(message as FromWorker)),
    onExit: (hear) => {
      thread.on('exit', onceOnly(hear));
      thread.on('error', () => undefined); // 'exit' follows
    },
    // Not terminate(): inside the native library that ends the whole engine. A frame takes a tenth of a second at most.
    kill: () => thread.postMessage({ kind: 'stop' } satisfies ToWorker),
  };
}

/** A message to a thread carries the whole buffer that an array lies in, so a part of a larger one is copied out first. */
function withOwnPixels(message: ToWorker): ToWorker {
  if (message.kind !== 'job' || message.job.pixels.byteLength === message.job.pixels.buffer.byteLength) return message;
  return { ...message, job: { ...message.job, pixels: Uint8Array.from(message.job.pixels) } };
}

function onceOnly(hear: () => void): () => void {
  let heard = false;
  return () => {
    if (!heard) hear();
    heard = true;
  };
}
