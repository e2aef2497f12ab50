// Keeps one film's result from being written over another's by a slip of the hand.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { GaitError } from '../../core/errors.ts';

/**
 * A folder that holds the result of this same film may be written again; of another film not.
 * @throws GaitError `output-exists`
 */
export async function refuseOtherFilm(folder: string, sha256: string): Promise<void> {
  const before = await readResult(path.join(folder, 'result.json'));
  if (before === null || before.video?.sha256 === sha256 || !before.schema?.startsWith('openstride.result/')) return;
  throw new GaitError(
    'output-exists',
    `${folder} already holds the result of another film (${before.video?.file ?? 'unknown'}). Choose another folder, or add --force to replace it.`,
  );
}

interface EarlierResult {
  readonly schema?: string;
  readonly video?: { readonly sha256?: string; readonly file?: string };
}

async function readResult(file: string): Promise<EarlierResult | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null; // none there, or not JSON: the output folder itself decides what to do with it
  }
}
