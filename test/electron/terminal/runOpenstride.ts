// Runs the real command line in a process of its own, as a shell would.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../house/sourceFiles.ts';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param during called at every piece of stderr, e.g. to interrupt when the work is under way */
export function runOpenstride(
  args: readonly string[],
  during?: (child: ChildProcess, stderr: string) => void,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'electron/cli.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (piece: Buffer) => {
      stdout += piece;
    });
    child.stderr.on('data', (piece: Buffer) => {
      stderr += piece;
      during?.(child, stderr);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A fresh folder whose name has a space and an accent. */
export function freshFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'openstride é '));
}

/** Everything in a folder, hidden files too, sorted. */
export function contents(folder: string): string[] {
  return readdirSync(folder).sort();
}

/** The sentences for people: stderr without the progress lines. */
export function sentences(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line !== '' && !/: +\d+ % /.test(line));
}
