// A test that is changed says what was typed, in a real library, and keeps what the line does not ask for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fresh, ReturnTest } from '../../../core/records/records.ts';
import { type ReturnTestKind, testOf } from '../../../core/rehab/testCatalogue.ts';
import type { Library } from '../../../electron/store/openLibrary.ts';
import {
  changeOf,
  draftOf,
  recordOf,
  type SideDraft,
  type TestPlace,
} from '../../../renderer/screens/returning/tests/testDraft.ts';
import { addClient } from '../../electron/store/sampleRecords.ts';
import { open, tempFolder } from '../../electron/store/tempLibrary.ts';

let library: Library;
let clientId = '';

beforeAll(async () => {
  library = await open(tempFolder());
  clientId = addClient(library, 'Runner').id;
});
afterAll(() => library.close());

function noted(fields: Partial<Fresh<ReturnTest>>): ReturnTest {
  const hop = { date: '2026-03-02', test: 'hopDistance', side: 'left', value: 152, unit: 'cm' } as const;
  return library.returnTests.add({ clientId, ...hop, passed: null, pain: 0, notes: 'on grass', ...fields });
}

/** Changes some of what the line shows, as the screen does. */
function changed(before: ReturnTest, typed: Partial<SideDraft>, place: TestPlace = 'left'): ReturnTest {
  const kind: ReturnTestKind = testOf(before)!;
  const record = recordOf({ ...draftOf(before), ...typed }, place, { clientId, date: before.date, kind })!;
  library.returnTests.change(before.id, changeOf(record, before, kind));
  return library.returnTests.get(before.id);
}

describe('a changed test', () => {
  it('has no trial left that was taken out', () => {
    const before = noted({ trials: [150, 154] });
    const after = changed(before, { value: '160' });
    expect(after.value).toBe(160);
    expect(after.trials).toEqual([]);
    expect(draftOf(after).value).toBe('160');
  });

  it('has every trial that was typed, and the value that counts of them', () => {
    const after = changed(noted({}), { value: '150 156' });
    expect(after).toMatchObject({ value: 153, trials: [150, 156] });
  });

  it('stays in its own unit under its own name, with its side, film and notes', () => {
    const before = noted({ test: 'kneeExtensionStrength', value: 80, unit: 'kg', clipId: 'c1' });
    expect(changed(before, { pain: '2' })).toEqual({ ...before, pain: 2, changedAt: expect.anything() });
    const both = noted({ side: 'both' });
    expect(changed(both, { pain: '1' }, 'whole')).toMatchObject({ side: 'both', value: 152, pain: 1 });
  });

  it('that is only passed or not keeps a number noted beside it', () => {
    const before = noted({ test: 'hTest', value: 3, unit: 'tries', passed: false });
    expect(changed(before, { passed: 'passed' })).toMatchObject({ value: 3, unit: 'tries', passed: true });
  });
});
