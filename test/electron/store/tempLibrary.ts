// A real library in a temporary folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { type Library, openLibrary } from '../../../electron/store/openLibrary.ts';
import { KEY } from './sampleRecords.ts';

/** A folder that is gone when the file's tests are done. */
export function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'openstride-library-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function open(folder: string, key = KEY): Promise<Library> {
  return openLibrary(folder, { key });
}
