// A disk of a few kilobytes, to see what happens when it is full; only where the machine lets us mount one.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  release(): void;
}

/**
 * @param folder where to mount it; it is removed at the end
 * @returns null where mounting is not allowed (it needs Linux and root)
 */
export function mountSmallDisk(
  kilobytes: number,
  folder = mkdtempSync(join(tmpdir(), 'openstride-disk-')),
): SmallDisk | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'none', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    release: () => {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Whether {@link mountSmallDisk} works here. */
export function canMountSmallDisk(): boolean {
  const disk = mountSmallDisk(16);
  disk?.release();
  return disk !== null;
}
