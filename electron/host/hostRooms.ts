// What the answers to the calls are made from: one open library with everything that works on it.
import type { JobQueue } from '../jobs/jobQueue.ts';
import type { Library } from '../store/openLibrary.ts';
import type { ExportQueue } from './exportQueue.ts';
import type { Films } from './films.ts';
import type { ImportQueue } from './importQueue.ts';
import type { ClipMeasurer } from './measureClip.ts';

/** A whole HTML document to the bytes of a PDF. @throws GaitError `browser-missing` */
export type PrintPdf = (html: string) => Promise<Uint8Array>;

export interface HostRooms {
  readonly library: Library;
  readonly queue: JobQueue;
  readonly films: Films;
  readonly imports: ImportQueue;
  readonly measurer: ClipMeasurer;
  readonly exports: ExportQueue;
  readonly host: 'desktop' | 'browser';
  readonly printPdf: PrintPdf;
  /** Closes the library, puts a backup in its place and opens it again. @returns where the former one is */
  readonly restore: (file: string) => Promise<string | null>;
}
