// The program as `npm run build` makes it, built again only when a source is newer, and by one test file at a time.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../house/sourceFiles.ts';

const OUT = path.join(ROOT, 'out');
const LOCK = path.join(OUT, '.building');
const SOURCES = ['core', 'electron', 'renderer', 'models', 'package.json', 'electron.vite.config.ts'];
/** A build takes some four seconds; a lock this old was left by a run that was killed. ms */
const STALE_MS = 120_000;

/** @returns the folder with main/, preload/ and renderer/ */
export async function builtProgram(): Promise<string> {
  await lock();
  try {
    const newest = Math.max(...SOURCES.map((name) => newestIn(path.join(ROOT, name))));
    const built = ['main/main.js', 'preload/index.cjs', 'renderer/index.html'].map((file) => path.join(OUT, file));
    if (built.some((file) => changedAt(file) <= newest)) {
      const vite = path.join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js');
      execFileSync(process.execPath, [vite, 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
    }
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
  return OUT;
}

async function lock(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      return;
    } catch {
      if (Date.now() - changedAt(LOCK) > STALE_MS) rmSync(LOCK, { recursive: true, force: true });
      await wait(100);
    }
  }
}

/** @returns 0 for what is not there */
function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestIn(place: string): number {
  if (!statSync(place).isDirectory()) return changedAt(place);
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const sources = files.filter((entry) => !entry.parentPath.includes(`${path.sep}built`));
  return Math.max(...sources.map((entry) => changedAt(path.join(entry.parentPath, entry.name))));
}
