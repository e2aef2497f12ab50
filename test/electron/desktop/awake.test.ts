// The computer stays awake while films are analysed, and no longer.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiNews, JobView } from '../../../core/api.ts';

type Fake = typeof import('../../support/fakeElectron.ts');
let fake: Fake;
let awake: { hear(news: ApiNews): void };

beforeEach(async () => {
  vi.resetModules();
  fake = await import('../../support/fakeElectron.ts');
  const { AwakeWhileWorking } = await import('../../../electron/desktop/awakeWhileWorking.ts');
  awake = new AwakeWhileWorking();
});

const hear = (id: string, state: JobView['state']) =>
  awake.hear({
    kind: 'job',
    job: { id, clipId: 'c', state, onlyPlayback: false, priority: 0, trouble: null, progress: null },
  });

describe('sleep', () => {
  it('is held off once, from the first running job to the end of the last', () => {
    hear('a', 'waiting');
    expect(fake.machine.blockers.size).toBe(0);
    hear('a', 'running');
    hear('a', 'running');
    hear('b', 'running');
    expect(fake.machine.blockers.size).toBe(1);
    hear('a', 'done');
    expect(fake.machine.blockers.size).toBe(1);
    hear('b', 'failed');
    expect(fake.machine.blockers.size).toBe(0);
  });

  it('is let in when another library is opened', () => {
    hear('a', 'running');
    awake.hear({ kind: 'library' });
    expect(fake.machine.blockers.size).toBe(0);
  });
});
