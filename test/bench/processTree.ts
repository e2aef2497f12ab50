// How much memory a process and all its children hold (Linux: read from /proc).
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory of a process and everything below it, bytes; 0 when it is gone. Pages that several of them share (the program itself, its
 * libraries) are counted once: each process's proportional share is summed, because the plain sum would count them up to nine times.
 */
export function memoryBytes(root: number): number {
  const parents = processParents();
  const family = new Set([root]);
  // Children are listed after their parents only by luck, so go round until nobody is added.
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family].reduce((sum, pid) => sum + proportionalBytes(pid), 0);
}

function processParents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((n) => /^\d+$/.test(n))) {
    const stat = read(`/proc/${name}/stat`);
    // The command may contain spaces and brackets: fields count from behind the last bracket.
    if (stat !== null) found.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  return found;
}

function proportionalBytes(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1];
  return kilobytes ? Number(kilobytes) * 1024 : 0;
}

/** A file of /proc, or null when its process ended while we were reading. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
