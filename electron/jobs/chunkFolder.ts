// The folder in which a film's finished stretches wait until the whole film is looked at: a crash costs seconds, not the film.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { PoseCheckpoint } from '../pose/estimatePose.ts';
import type { FrameSize } from '../pose/frameSize.ts';
import type { PoseChunk } from '../pose/poseChunk.ts';
import { readSealed, writeSealed } from './sealedFile.ts';

/** Ours: some 20–30 s of work on two cores, which is what a crash may cost. */
const CHUNK_S = 10;

/** What must be the same for stretches of an earlier run to be worth anything. */
export interface ChunkKey {
  readonly videoSha256: string;
  readonly modelSha256: string;
  readonly engine: string;
  /** Of the code that looked: {@link codeHash}. */
  readonly codeSha256: string;
  readonly fromS: number | null;
  readonly toS: number | null;
}

interface Plan {
  readonly key: ChunkKey;
  readonly size: FrameSize;
}

/**
 * Opens the folder: stretches of the same film by the same network are taken up again, others are thrown away. A damaged file and
 * all after it count as never written.
 * @param folder made when it is not there
 * @throws GaitError `disk-full`, `not-writable` when stretches cannot be kept
 */
export async function openChunkFolder(folder: string, key: ChunkKey, chunkS = CHUNK_S): Promise<PoseCheckpoint> {
  const plan = await readSealed<Plan>(path.join(folder, 'plan'));
  const same = plan !== null && JSON.stringify(plan.key) === JSON.stringify(key);
  if (!same) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return {
    chunkS,
    earlier: same ? { size: plan.size, chunks: await readChunks(folder) } : null,
    begin: (size) => writeSealed(path.join(folder, 'plan'), { key, size }),
    keep: (chunk) => writeSealed(path.join(folder, chunkName(chunk.fromPlace)), chunk),
  };
}

function chunkName(fromPlace: number): string {
  return `from-${fromPlace}`;
}

async function readChunks(folder: string): Promise<PoseChunk[]> {
  const chunks: PoseChunk[] = [];
  for (let place = 0; ; ) {
    const chunk = await readSealed<PoseChunk>(path.join(folder, chunkName(place)));
    if (!chunk || chunk.timeS.length === 0) return chunks;
    chunks.push(chunk);
    place += chunk.timeS.length;
  }
}
