// npm silently drops platform packages that a registry lacks; then `npm ci` fails on somebody else's machine.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './sourceFiles.ts';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
}

const read = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const packages = read('package-lock.json').packages as Record<string, LockedPackage>;
const manifest = read('package.json') as { [key: string]: Record<string, string> };

/** Whether `name`, asked for by the package at `from`, is in the lock file where npm would look for it. */
function isLocked(from: string, name: string): boolean {
  const folders = from.split('node_modules/').slice(1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const parent = folders
      .slice(0, depth)
      .map((f) => `node_modules/${f}`)
      .join('');
    const place = parent === '' || parent.endsWith('/') ? parent : `${parent}/`;
    if (packages[`${place}node_modules/${name}`]) return true;
  }
  return false;
}

describe('the lock file', () => {
  it('has every dependency and every optional platform package', () => {
    const missing = Object.entries(packages).flatMap(([at, p]) =>
      Object.keys({ ...p.dependencies, ...p.optionalDependencies })
        .filter((name) => !isLocked(at, name))
        .map((name) => `${at} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry, so that it installs from any', () => {
    const hosts = Object.values(packages).flatMap((p) => (p.resolved ? [p.resolved] : []));
    expect(hosts.filter((url) => !url.startsWith('https://registry.npmjs.org/'))).toEqual([]);
  });

  it('pins every direct dependency to one version', () => {
    const ranges = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
