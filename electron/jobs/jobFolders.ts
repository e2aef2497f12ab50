// The jobs of a library on its disk: each has a folder that holds what is asked for and what of it is finished.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { diskTrouble } from '../export/diskTrouble.ts';
import type { JobRecord, JobStore } from './jobRecord.ts';

const RECORD = 'job.json';
const ID = /^[\w-]{1,64}$/;

/** Where a job's unfinished work waits. @throws RangeError for an id that is no name for a folder */
export function jobFolder(root: string, jobId: string): string {
  if (!ID.test(jobId)) throw new RangeError('a job has an id of letters, digits and dashes');
  return path.join(root, jobId);
}

/**
 * Keeps jobs in folders of their own. A record holds ids and codes, never a name. A job that is done is forgotten with its folder:
 * its result lies in the library by then. Folders without a readable record are left from a crash and removed.
 * @param root made when it is not there
 * @throws GaitError `not-writable`, `disk-full` from here and from every save
 */
export function jobsInFolders(root: string): JobStore {
  guard(root, () => mkdirSync(root, { recursive: true }));
  return {
    all: () => readdirSync(root).flatMap((id) => readRecord(root, id) ?? []),
    save: (job) => {
      const folder = jobFolder(root, job.id);
      if (job.state === 'done') rmSync(folder, { recursive: true, force: true });
      else guard(folder, () => writeRecord(folder, job));
    },
    remove: (jobId) => rmSync(jobFolder(root, jobId), { recursive: true, force: true }),
  };
}

/** @returns null, and nothing is left of the folder, when it has no record */
function readRecord(root: string, id: string): JobRecord | null {
  try {
    const record: JobRecord = JSON.parse(readFileSync(path.join(root, id, RECORD), 'utf8'));
    if (record.id === id) return record;
  } catch {
    // Half-made when the program was killed: nobody can have been promised anything of it.
  }
  if (ID.test(id)) rmSync(path.join(root, id), { recursive: true, force: true });
  return null;
}

/** Whole or as before, and on the disk when this returns. */
function writeRecord(folder: string, job: JobRecord): void {
  mkdirSync(folder, { recursive: true });
  const part = path.join(folder, `.${RECORD}.part`);
  const file = openSync(part, 'w');
  try {
    writeSync(file, JSON.stringify(job));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path.join(folder, RECORD));
}

function guard(where: string, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    throw diskTrouble(error, where);
  }
}
