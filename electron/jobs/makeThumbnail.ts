// The picture of a film for lists: the frame in its middle, small.
import { access } from 'node:fs/promises';
import { GaitError } from '../../core/errors.ts';
import { writeAtomically } from '../export/writeAtomically.ts';
import { grabFrames } from '../video/grabFrames.ts';
import type { VideoProbe } from '../video/probe.ts';

/** Twice the width at which lists show it, for sharp screens, px. */
const WIDTH_PX = 320;

/**
 * Writes the picture as JPEG; one that is there is kept. A film whose middle cannot be decoded has none: lists do without.
 * @throws GaitError `disk-full`, `not-writable`, `cancelled`
 */
export async function makeThumbnail(probe: VideoProbe, file: string, signal: AbortSignal): Promise<void> {
  if (await isThere(file)) return;
  const maxHeightPx = Math.max(2, Math.round((WIDTH_PX * probe.heightPx) / probe.widthPx));
  try {
    const [picture] = await grabFrames(probe, [probe.frames >> 1], { maxHeightPx, signal });
    await writeAtomically(file, picture!, { signal });
  } catch (error) {
    if (!(error instanceof GaitError && error.code === 'video-unreadable')) throw error;
  }
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
