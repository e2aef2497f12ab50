// `openstride analyze`: one film after the other, each with its own bar, sentence and folder; a summary at the end.
import path from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { measureFilm } from '../jobs/measureFilm.ts';
import { PoseEngine } from '../pose/poseEngine.ts';
import type { AnalyzeCommand } from './analyzeOptions.ts';
import { EXIT, exitCodeFor } from './exitCodes.ts';
import { folderNames } from './folderNames.ts';
import { ProgressBar, type ProgressSink } from './progressBar.ts';
import { type FilmReport, summaryJson, summaryLines } from './summary.ts';

export interface Terminal {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: ProgressSink;
  readonly signal: AbortSignal;
}

/**
 * Measures every film that was named. A film that fails says so and does not stop the others.
 * @returns the exit code: 0 when all worked, else that of the first failure; 130 when stopped
 */
export async function analyzeCommand(command: AnalyzeCommand, terminal: Terminal): Promise<number> {
  const engine = await PoseEngine.start({ model: command.model, workers: command.workers });
  const reports: FilmReport[] = [];
  try {
    const folders = folderNames(command.files, command.outDir);
    for (const [i, file] of command.files.entries()) {
      if (terminal.signal.aborted) break;
      reports.push(await oneFilm(file, folders[i], command, engine, terminal));
    }
  } finally {
    engine.close();
  }
  if (terminal.signal.aborted) {
    terminal.stderr.write('Stopped. Films that were finished keep their results; of the others nothing was written.\n');
    return EXIT.cancelled;
  }
  terminal.stdout.write(command.json ? summaryJson(reports) : summaryLines(reports));
  const failed = reports.find((r) => r.error !== null);
  return failed ? exitCodeFor(failed.error) : EXIT.done;
}

async function oneFilm(
  file: string,
  outDir: string,
  command: AnalyzeCommand,
  engine: PoseEngine,
  terminal: Terminal,
): Promise<FilmReport> {
  const bar = new ProgressBar(terminal.stderr, path.basename(file));
  try {
    const outcome = await measureFilm(file, engine, {
      ...command,
      outDir,
      signal: terminal.signal,
      onProgress: (stage, done) => bar.update(stage, done),
    });
    bar.end();
    const { shortfalls } = outcome;
    for (const { file: missing, error } of shortfalls)
      terminal.stderr.write(`${path.basename(file)}: measured, but without ${missing}. ${error.message}\n`);
    return { file, outDir, outcome, error: shortfalls[0]?.error ?? null };
  } catch (error) {
    bar.end();
    const stopped = error instanceof GaitError && error.code === 'cancelled';
    if (!stopped) terminal.stderr.write(`${path.basename(file)}: ${sentence(error)}\n`);
    return { file, outDir, outcome: null, error };
  }
}

/** A failure of the world has its sentence; anything else is ours, and says where to report it. */
function sentence(error: unknown): string {
  if (error instanceof GaitError) return error.message;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `OpenStride made a mistake of its own. Nothing was written for this film. Please report this:\n${detail}`;
}
