// The engine under Electron speaks as the queue expects, knows where the networks are, and is heard of when it dies.
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { outsideAsar } from '../../../electron/host/outsideAsar.ts';
import type { FromEngine } from '../../../electron/jobs/engineProtocol.ts';

type Fake = typeof import('../../support/fakeElectron.ts');
let fake: Fake;
let rooms: typeof import('../../../electron/desktop/utilityEngine.ts');

class FakeUtility extends EventEmitter {
  pid: number | undefined;
  readonly posted: unknown[] = [];
  killed = 0;
  postMessage = (message: unknown) => void this.posted.push(message);
  kill = () => void this.killed++;
}

beforeEach(async () => {
  vi.resetModules();
  fake = await import('../../support/fakeElectron.ts');
  rooms = await import('../../../electron/desktop/utilityEngine.ts');
});

function start(models: string | null = null) {
  const child = new FakeUtility();
  const forked: [string, Electron.ForkOptions][] = [];
  fake.machine.fork = (...args) => {
    forked.push(args);
    return child;
  };
  return { child, forked, engine: rooms.utilityEngine(models) };
}

describe('the engine as a utility process', () => {
  it('is the script that Node forks, with the installed app’s networks', () => {
    const { forked } = start('/app/resources/models');
    expect(path.basename(forked[0][0])).toBe('engineProcess.ts');
    expect(forked[0][1]).toMatchObject({
      serviceName: 'OpenStride engine',
      env: { OPENSTRIDE_MODELS: '/app/resources/models', PATH: process.env.PATH },
    });
    expect(start().forked[0][1].env).not.toHaveProperty('OPENSTRIDE_MODELS');
  });

  it('hears and is heard; once it has died nothing is sent', () => {
    const { child, engine } = start();
    const heard: FromEngine[] = [];
    let exits = 0;
    engine.onMessage((message) => heard.push(message));
    engine.onExit(() => exits++);
    expect(engine.pid).toBe(undefined);
    child.pid = 42;
    expect(engine.pid).toBe(42);
    engine.send({ kind: 'cancel', jobId: 'j' });
    child.emit('message', { kind: 'done', jobId: 'j' });
    engine.kill();
    child.emit('exit', 0);
    engine.send({ kind: 'cancel', jobId: 'j' });
    expect([child.posted, heard, exits, child.killed]).toEqual([
      [{ kind: 'cancel', jobId: 'j' }],
      [{ kind: 'done', jobId: 'j' }],
      1,
      1,
    ]);
  });

  it('starts from beside app.asar, because threads do not see inside', () => {
    const inside = ['', 'opt', 'OpenStride', 'resources', 'app.asar', 'out', 'main', 'engineProcess.js'].join(path.sep);
    expect(outsideAsar(inside)).toBe(inside.replace('app.asar', 'app.asar.unpacked'));
    expect(outsideAsar('/work/out/main/engineProcess.js')).toBe('/work/out/main/engineProcess.js');
  });
});
