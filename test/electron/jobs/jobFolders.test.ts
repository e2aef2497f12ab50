// Jobs survive the program, finished ones leave nothing behind, and half-made ones are swept away.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobFolder, jobsInFolders } from '../../../electron/jobs/jobFolders.ts';
import { type JobRecord, nextJob } from '../../../electron/jobs/jobRecord.ts';

const JOB: JobRecord = {
  id: 'a',
  clipId: 'c',
  state: 'waiting',
  priority: 1,
  onlyPlayback: false,
  order: 1,
  deaths: 0,
  trouble: null,
};

describe('jobs in folders', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'openstride-jobs-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('what was saved is there for the next program, with the work beside it', () => {
    const store = jobsInFolders(root);
    store.save(JOB);
    writeFileSync(path.join(jobFolder(root, 'a'), 'plan'), 'work');
    const failed: JobRecord = { ...JOB, state: 'failed', trouble: { code: 'no-person', message: 'Nobody.' } };
    store.save(failed);
    expect(jobsInFolders(root).all()).toEqual([failed]);
    expect(existsSync(path.join(jobFolder(root, 'a'), 'plan'))).toBe(true);
  });

  it('a job that is done or removed takes its folder with it', () => {
    const store = jobsInFolders(root);
    for (const id of ['a', 'b']) store.save({ ...JOB, id });
    store.save({ ...JOB, state: 'done' });
    store.remove('b');
    expect(readdirSync(root)).toEqual([]);
  });

  it('folders without a whole record are swept away, the others stay', () => {
    jobsInFolders(root).save(JOB);
    for (const id of ['half', 'none']) mkdirSync(path.join(root, id));
    writeFileSync(path.join(root, 'half', 'job.json'), '{"id":"ha');
    expect(jobsInFolders(root).all()).toEqual([JOB]);
    expect(readdirSync(root)).toEqual(['a']);
  });

  it('an id that would lead elsewhere is no id', () => {
    for (const id of ['..', '../x', 'a/b', '', '.']) expect(() => jobFolder(root, id)).toThrow(RangeError);
  });

  it('the next job is the one of highest priority, and among equals the oldest', () => {
    const jobs = [JOB, { ...JOB, id: 'b', priority: 2, order: 3 }, { ...JOB, id: 'c', priority: 2, order: 2 }];
    expect(nextJob(jobs)?.id).toBe('c');
    expect(nextJob(jobs.map((job) => ({ ...job, state: 'done' as const })))).toBeNull();
  });
});
