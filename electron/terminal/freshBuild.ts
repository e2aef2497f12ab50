// Builds the program of a checkout when a source is newer than what was built; several at once wait for the first.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const SOURCES = ['core', 'electron', 'renderer', 'models', 'package.json', 'electron.vite.config.ts'];
const BUILT = ['main/main.js', 'preload/index.cjs', 'renderer/index.html'];
/** A build takes some four seconds; a lock this old was left by one that was killed. ms */
const STALE_MS = 120_000;

/**
 * @param root of the checkout
 * @returns the folder with main/, preload/ and renderer/
 * @throws Error with what the bundler said
 */
export async function freshBuild(root: string): Promise<string> {
  const out = path.join(root, 'out');
  const held = path.join(out, '.building');
  await lock(out, held);
  try {
    const newest = Math.max(...SOURCES.map((name) => newestIn(path.join(root, name))));
    if (BUILT.some((file) => changedAt(path.join(out, file)) <= newest)) {
      const vite = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js');
      execFileSync(process.execPath, [vite, 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    }
  } finally {
    rmSync(held, { recursive: true, force: true });
  }
  return out;
}

async function lock(out: string, held: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  for (;;) {
    try {
      mkdirSync(held);
      return;
    } catch {
      if (Date.now() - changedAt(held) > STALE_MS) rmSync(held, { recursive: true, force: true });
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
  const sources = files.filter((entry) => !entry.parentPath.includes(`${path.sep}built`)); // models/built is made by models/build.ts
  return Math.max(...sources.map((entry) => changedAt(path.join(entry.parentPath, entry.name))));
}
