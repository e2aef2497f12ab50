// Settings, drawings, tests, plans and reports through the real handlers: kept, changed, gone, and refused when they cannot be.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS_DEFAULTS } from '../../../core/records/appSettings.ts';
import type { ToEngine } from '../../../electron/jobs/engineProtocol.ts';
import { fixturePath } from '../video/fixturePath.ts';
import { addVisit, silentEngine, startTestApp, type TestApp, until } from './testApp.ts';

let app: TestApp;
let visit: { readonly clientId: string; readonly sessionId: string };
const printed: string[] = [];
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0, 255, 128, 10])]);

beforeAll(async () => {
  app = await startTestApp({
    printPdf: async (html) => {
      printed.push(html);
      return PDF;
    },
  });
  visit = await addVisit(app);
});
afterAll(() => app.close());

const badInput = { code: 'bad-input' };
const missing = { code: 'record-missing' };

describe('settings', () => {
  it('begin as usual, change one by one, and are there at the next start', async () => {
    expect(await app.call('settings.get', null)).toEqual(SETTINGS_DEFAULTS);
    const clinicLogo = `data:image/png;base64,${Buffer.alloc(499_998).toString('base64')}`;
    const fields = { clinicName: 'Praxis Süd', clinicLogo, speedUnit: 'min/km', workers: 3, textSizePct: 150 } as const;
    await app.call('settings.change', { fields });
    expect(await app.call('settings.change', { fields: { theme: 'dark' } })).toEqual({
      ...SETTINGS_DEFAULTS,
      ...fields,
      theme: 'dark',
    });
    await app.stop();
    app = await startTestApp({ printPdf: async () => PDF }, app.root);
    expect(await app.call('settings.get', null)).toMatchObject({ ...fields, theme: 'dark' });
  });

  it('of the engine hold for the next analysis', async () => {
    const asked: ToEngine[] = [];
    const other = await startTestApp({
      startEngine: () => ({ ...silentEngine(), send: (message) => asked.push(message) }),
    });
    await other.call('settings.change', { fields: { model: 'full', workers: 1 } });
    const { sessionId } = await addVisit(other);
    await other.call('imports.add', { sessionId, file: fixturePath('dev04_walk_right60.mp4') });
    const [message] = await until(
      () => asked,
      ({ length }) => length > 0,
    );
    expect(message).toMatchObject({ kind: 'run', job: { model: 'full', workers: 1, onlyPlayback: false } });
    await other.close();
  });

  it('that cannot be are refused and change nothing', async () => {
    const before = await app.call('settings.get', null);
    for (const fields of [
      { clinicLogo: 'data:image/svg+xml;base64,PHN2Zz4=' },
      { clinicLogo: 'https://example.org/logo.png' },
      { clinicLogo: `data:image/png;base64,${'A'.repeat(680_000)}` },
      { clinicName: 'x'.repeat(201) },
      { workers: 0 },
      { workers: 1.5 },
      { textSizePct: 99 },
      { textSizePct: 201 },
    ]) {
      await expect(app.call('settings.change', { fields })).rejects.toMatchObject(badInput);
    }
    await expect(app.call('settings.change', { fields: { colour: 'red' } as never })).rejects.toMatchObject(badInput);
    expect(await app.call('settings.get', null)).toEqual(before);
  });
});

describe('tests and the plan', () => {
  it('are kept by date and by stage, changed and removed', async () => {
    const { clientId } = visit;
    const hop = { clientId, test: 'hop', side: 'left', unit: 'cm', passed: null, pain: 0, notes: '' } as const;
    const late = await app.call('tests.add', { ...hop, date: '2026-02-02', value: 120 });
    const early = await app.call('tests.add', { ...hop, date: '2026-02-01', value: 110 });
    expect(await app.call('tests.list', { clientId })).toEqual([early, late]);
    const changed = await app.call('tests.change', { id: early.id, fields: { value: 115, passed: true } });
    expect(changed).toMatchObject({ value: 115, passed: true, date: '2026-02-01' });
    await app.call('tests.remove', { id: late.id });
    expect(await app.call('tests.list', { clientId })).toEqual([changed]);
    await expect(app.call('tests.change', { id: late.id, fields: {} })).rejects.toMatchObject(missing);
    await expect(app.call('tests.change', { id: early.id, fields: { pain: 11 } })).rejects.toMatchObject(badInput);

    const dates = { startedOn: null, completedOn: null, painDuring: null, painNextDay: null, notes: '' };
    const second = await app.call('stages.add', { clientId, stage: 2, walkS: 60, runS: 60, repeats: 8, ...dates });
    const first = await app.call('stages.add', { clientId, stage: 1, walkS: 90, runS: 30, repeats: 8, ...dates });
    expect(await app.call('stages.list', { clientId })).toEqual([first, second]);
    const done = await app.call('stages.change', {
      id: first.id,
      fields: { completedOn: '2026-02-03', painDuring: 1 },
    });
    await app.call('stages.remove', { id: second.id });
    expect(await app.call('stages.list', { clientId })).toEqual([done]);
  });

  it('open injuries are on the list of clients until they are resolved', async () => {
    const { clientId } = visit;
    const injury = { region: 'Calf', side: 'left', status: 'active' } as const;
    const { id } = await app.call('injuries.add', { clientId, ...injury, onset: null, mechanism: '', notes: '' });
    const open = async () =>
      (await app.call('clients.list', null)).find(({ client }) => client.id === clientId)?.openInjuries;
    expect(await open()).toEqual([injury]);
    await app.call('injuries.change', { id, fields: { status: 'recovering' } });
    expect(await open()).toEqual([{ ...injury, status: 'recovering' }]);
    await app.call('injuries.change', { id, fields: { status: 'resolved' } });
    expect(await open()).toEqual([]);
  });
});

describe('reports', () => {
  it('are printed, kept with every byte, listed, and removed', async () => {
    const { sessionId } = visit;
    const html = `<!doctype html><p>${'long '.repeat(400_000)}</p>`; // larger than any other call may be
    const report = await app.call('reports.add', { sessionId, title: 'For Zoë', resultIds: [], html });
    expect(report).toMatchObject({ sessionId, title: 'For Zoë', mediaType: 'application/pdf' });
    const opened = await app.call('reports.open', { reportId: report.id });
    expect(opened.report).toEqual(report);
    expect(Buffer.from(opened.content).equals(PDF)).toBe(true);
    expect(await app.call('reports.list', { sessionId })).toEqual([report]);
    await app.call('reports.remove', { id: report.id });
    expect(await app.call('reports.list', { sessionId })).toEqual([]);
    await expect(app.call('reports.open', { reportId: report.id })).rejects.toMatchObject(missing);
  });

  it('of a session that is gone are not even printed', async () => {
    const before = printed.length;
    const asked = { sessionId: 'nobody', title: '', resultIds: [], html: '<p>' };
    await expect(app.call('reports.add', asked)).rejects.toMatchObject(missing);
    expect(printed.length).toBe(before);
  });
});
