// How much memory and processor time a process and all its children have used (Linux: read from /proc).
import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

interface Entry {
  readonly pid: number;
  readonly parent: number;
  readonly residentBytes: number;
}

/** Resident memory of a process and everything below it, bytes; 0 when it is gone. */
export function residentBytes(root: number): number {
  const all = entries();
  const family = new Set([root]);
  // Children are listed after their parents only by luck, so go round until nobody is added.
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const e of all) if (family.has(e.parent)) family.add(e.pid);
  }
  return all.filter((e) => family.has(e.pid)).reduce((sum, e) => sum + e.residentBytes, 0);
}

function entries(): Entry[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The command may contain spaces and brackets: fields count from behind the last bracket.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [{ pid: Number(name), parent: Number(fields[1]), residentBytes: Number(fields[21]) * PAGE_BYTES }];
    } catch {
      return []; // it ended while we were reading
    }
  });
}
