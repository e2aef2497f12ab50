// What the pose engine sees in a rendered clip, found once and kept until the film, the networks or the engine change.

import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { RawPose } from '../../core/types.ts';
import { PoseEngine } from '../../electron/pose/poseEngine.ts';
import { probeVideo } from '../../electron/video/probe.ts';
import { NETWORKS } from '../../models/manifest.ts';
import { ROOT, sourceFiles } from '../house/sourceFiles.ts';
import { clipFile } from './rendered.ts';

const FOLDER = path.join(ROOT, 'node_modules/.cache/openstride-poses');
const WORKERS = 2;
const REAL_FILMS = new URL('../../../shared/data/real/', import.meta.url);

/** One film at a time: each already keeps both workers busy. */
let queue: Promise<unknown> = Promise.resolve();

/** A rendered or real film by its name without `.mp4`; null when it is not on this machine. */
export function filmFile(name: string): URL | null {
  const real = new URL(`${name}.mp4`, REAL_FILMS);
  return clipFile(`${name}.mp4`) ?? (existsSync(real) ? real : null);
}

/**
 * The landmarks of the heavy network on a film, as `openstride analyze` finds them: some 25 frames a second the first time, at once
 * afterwards.
 * @param name the film's, without `.mp4`
 * @throws Error when the film is not on this machine
 */
export function estimatedPose(name: string): Promise<RawPose> {
  const next = queue.then(() => readOrLook(name));
  queue = next.catch(() => undefined);
  return next;
}

async function readOrLook(name: string): Promise<RawPose> {
  const film = filmFile(name);
  if (!film) throw new Error(`${name}.mp4 is not on this machine.`);
  const kept = path.join(FOLDER, `${name}-${fingerprint(film)}.bin`);
  if (existsSync(kept)) return deserialize(readFileSync(kept)) as RawPose;
  const pose = await look(fileURLToPath(film));
  store(kept, serialize(pose));
  return pose;
}

async function look(film: string): Promise<RawPose> {
  const engine = await PoseEngine.start({ model: 'heavy', workers: WORKERS });
  try {
    return await engine.estimate(await probeVideo(film));
  } finally {
    engine.close();
  }
}

/** Changes with the film, with either network and with any line of the rooms that look at it. */
function fingerprint(film: URL): string {
  const hash = createHash('sha256').update(readFileSync(film));
  hash.update(NETWORKS.heavy.sha256).update(NETWORKS.detector.sha256);
  for (const { file, text } of [...sourceFiles('electron/pose'), ...sourceFiles('electron/video')]) {
    hash.update(file).update(text);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Written beside and renamed, so that two test processes never read half a file. */
function store(file: string, bytes: Uint8Array): void {
  mkdirSync(FOLDER, { recursive: true });
  const temporary = `${file}.${randomUUID()}`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, file);
}
