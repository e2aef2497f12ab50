// A disk of a few kilobytes, to see what happens when it is full; only where the machine lets us mount one.

import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
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

/** Takes every byte that is left on a disk into a file, which gives them back when it is removed. */
export function fillUp(file: string): void {
  const handle = openSync(file, 'w');
  for (const bytes of [1 << 16, 1 << 12, 1]) {
    try {
      for (;;) writeSync(handle, Buffer.alloc(bytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  closeSync(handle);
}
