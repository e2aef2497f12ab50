// Where the demo's films lie, whether the program runs as source or bundled.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { outsideAsar } from '../host/outsideAsar.ts';

/** A file of the demo client. @param name e.g. `demo_before_left60.mp4` */
export function demoFile(name: string): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const beside = path.join(here, name);
  return existsSync(beside) ? beside : outsideAsar(path.join(here, '../../electron/demoClient', name)); // from out/main
}
