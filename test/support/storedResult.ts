// A folder of results as `openstride analyze` leaves it, made from a recorded pose in a second.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoFile } from '../../electron/demoClient/demoFolder.ts';
import { writeTables } from '../../electron/export/csv.ts';
import { resultJson } from '../../electron/export/resultJson.ts';
import type { Sample } from './sampleResult.ts';

/** Writes a demo film's result with the film's own hash and place. @returns the folder */
export async function storeResult(folder: string, sample: Sample): Promise<string> {
  const film = demoFile(sample.video.file);
  const sha256 = createHash('sha256').update(readFileSync(film)).digest('hex');
  const video = { ...sample.video, sha256, path: path.relative(folder, film) };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'result.json'), JSON.stringify(resultJson({ ...sample, video })));
  await writeTables({ path: (name) => path.join(folder, name) }, sample.raw, sample.result);
  return folder;
}
