// What the return to running adds to the records is kept, and records from before it are read as they are.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WalkRunDay } from '../../../core/records/records.ts';
import { freshSession, freshStage, freshTest, injury, stage } from '../../../electron/host/recordSchemas.ts';
import { addClient, addEverything, addSession } from './sampleRecords.ts';
import { open, tempFolder } from './tempLibrary.ts';

const DAY: WalkRunDay = {
  date: '2026-03-02',
  completed: true,
  painBefore: 0,
  painDuring: 1,
  painAfter: 1,
  painNextDay: null,
  limp: false,
  notes: '',
};
const STAGE = { stage: 1, walkS: 240, runS: 60, repeats: 6, startedOn: null, completedOn: null } as const;
const TEST = { date: '2026-03-02', test: 'hopDistance', side: 'left', value: 120, unit: 'cm' } as const;

describe('records of the return to running', () => {
  it('come back with pain, trials, film, days and the end of an injury', async () => {
    const folder = path.join(tempFolder(), 'library');
    const library = await open(folder);
    const { id: clientId } = addClient(library, 'Runner');
    const session = library.sessions.change(addSession(library, clientId).id, { painDuring: 3, painNextDay: 1 });
    const test = library.returnTests.add({
      clientId,
      ...TEST,
      passed: null,
      pain: 0,
      trials: [110, 120],
      clipId: 'c1',
      notes: '',
    });
    const kept = library.walkRunStages.add({
      clientId,
      ...STAGE,
      painDuring: null,
      painNextDay: null,
      days: [DAY],
      notes: '',
    });
    const niggle = library.injuries.add({
      clientId,
      region: 'calf',
      side: 'left',
      onset: '2026-01-02',
      mechanism: '',
      status: 'resolved',
      kind: 'niggle',
      resolvedOn: '2026-02-01',
      notes: '',
    });
    library.close();
    const again = await open(folder);
    expect(again.sessions.get(session.id)).toEqual(session);
    expect(again.returnTests.listFor(clientId)).toEqual([test]);
    expect(again.walkRunStages.listFor(clientId)).toEqual([kept]);
    expect(stage.parse(kept)).toEqual(kept);
    expect(injury.parse(niggle)).toEqual(niggle);
    again.close();
  });

  it('a record from before has none of it, and stays so when another field changes', async () => {
    const library = await open(tempFolder());
    const client = await addEverything(library, 'Before');
    const [old] = library.sessions.listFor(client.id);
    expect(library.sessions.change(old!.id, { painAfter: 4 })).not.toHaveProperty('painDuring');
    const [test] = library.returnTests.listFor(client.id);
    expect(test).not.toHaveProperty('trials');
    library.close();
  });

  it('impossible values are refused by name', async () => {
    const library = await open(tempFolder());
    const { id: clientId } = addClient(library, 'P');
    const session = addSession(library, clientId);
    expect(() => library.sessions.change(session.id, { painNextDay: 11 })).toThrow(/painNextDay/);
    const fields = { clientId, ...STAGE, painDuring: null, painNextDay: null, notes: '' };
    expect(() => library.walkRunStages.add({ ...fields, days: [{ ...DAY, painAfter: 12 }] })).toThrow(
      /days\.painAfter/,
    );
    expect(() => library.walkRunStages.add({ ...fields, days: [{ ...DAY, date: '2026-02-30' }] })).toThrow(
      /days\.date/,
    );
    library.close();
  });

  it('the host takes records with and without the new fields', () => {
    const session = {
      clientId: 'x',
      date: '2026-03-01',
      purpose: '',
      footwear: '',
      speedMs: 3,
      inclinePct: 0,
      painBefore: 1,
      painAfter: 2,
      notes: '',
    };
    expect(freshSession.parse(session)).toEqual(session);
    expect(freshSession.parse({ ...session, painDuring: 2 })).toEqual({ ...session, painDuring: 2 });
    expect(() => freshSession.parse({ ...session, painMeanwhile: 2 })).toThrow();
    const fields = { clientId: 'x', ...STAGE, painDuring: null, painNextDay: null, notes: '' };
    expect(freshStage.parse({ ...fields, days: [DAY] })).toEqual({ ...fields, days: [DAY] });
    const test = { clientId: 'x', ...TEST, passed: null, pain: null, notes: '' };
    expect(freshTest.parse({ ...test, trials: [1, 2] })).toEqual({ ...test, trials: [1, 2] });
  });
});
