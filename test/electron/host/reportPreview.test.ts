// Reports of the library's films before they are printed: of every kind, with their pictures, and saved as they were seen.
import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportAsk } from '../../../core/api/reports.ts';
import { REPORT_SETUP_DEFAULTS } from '../../../core/report/reportSetup.ts';
import { startTestApp, type TestApp } from './testApp.ts';

let app: TestApp;
/** Of the earlier visit from left and right, then of the later one. */
const clipIds: string[] = [];
let sessionIds: string[] = [];
const printed: string[] = [];

beforeAll(async () => {
  app = await startTestApp({
    printPdf: async (html) => {
      printed.push(html);
      return Buffer.from('%PDF-1.7 of the test');
    },
  });
  const { id: clientId } = await app.call('demo.add', null);
  const { sessions } = await app.call('clients.open', { clientId });
  sessionIds = sessions.toReversed().map(({ id }) => id);
  for (const sessionId of sessionIds) {
    const { clips } = await app.call('sessions.open', { sessionId });
    clipIds.push(...clips.toSorted((a, b) => a.view.localeCompare(b.view)).map(({ id }) => id));
  }
});
afterAll(() => app.close());

const { paper, reader, noteForClient, noteForColleague, leftOut } = REPORT_SETUP_DEFAULTS;
const SETUP = { paper, reader, noteForClient, noteForColleague, leftOut };
const ask = (kind: ReportAsk['kind'], at: readonly number[], more: Partial<ReportAsk> = {}): ReportAsk => ({
  ...{ kind, clipIds: at.map((i) => clipIds[i]!), setup: SETUP, blurFaces: false },
  ...more,
});
const preview = (...asked: Parameters<typeof ask>) => app.call('reports.preview', ask(...asked));
const picturesIn = (html: string): readonly string[] => html.match(/data:image\/jpeg;base64,[^"]+/g) ?? [];

describe('a preview', () => {
  it('is of gait: a film of an exercise is refused', async () => {
    await app.call('clips.change', { id: clipIds[0]!, fields: { exercise: 'heelRaise' } });
    await expect(preview('single', [0])).rejects.toMatchObject({ code: 'not-exportable' });
    await app.call('clips.change', { id: clipIds[0]!, fields: { exercise: null } });
  });

  it('is of one film, of both sides, of two visits and of a follow-up, each with pictures', async () => {
    const kinds = [
      ['single', [0], 1],
      ['left-right', [0, 1], 1],
      ['before-after', [0, 1, 2, 3], 2],
      ['follow-up', [0, 2], 2],
    ] as const;
    for (const [kind, at, visits] of kinds) {
      const made = await preview(kind, at);
      expect(made.notes, kind).toEqual([]);
      expect(made.pages, kind).toBe(Number(/Page 1 of (\d+)/.exec(made.html)?.[1]));
      expect(picturesIn(made.html).length, kind).toBeGreaterThanOrEqual(4);
      expect(made.sessionId, kind).toBe(sessionIds[visits - 1]);
      expect(made.resultIds, kind).toHaveLength(at.length);
      const { html } = made;
      expect(html, kind).toContain('Demo runner');
    }
  });

  it('says what the clinician says, with the clinic’s name, and leaves out what is not wanted', async () => {
    await app.call('settings.change', { fields: { clinicName: 'Praxis Süd' } });
    const setup = { ...SETUP, paper: 'letter', noteForClient: 'Run <slowly>.', leftOut: ['keyFrames'] } as const;
    const { html } = await preview('single', [0], { setup });
    expect(html).toContain('Praxis Süd');
    expect(html).toContain('Run &lt;slowly&gt;.');
    expect(html).toContain('@page{size:letter');
    expect(picturesIn(html)).toEqual([]);
  });

  it('rests on results that are kept once, however often it is made', async () => {
    const [first, again] = [await preview('single', [1]), await preview('single', [1])];
    expect(again.resultIds).toEqual(first.resultIds);
    const kept = await app.call('results.list', { clipId: clipIds[1]! });
    expect(kept.map(({ id }) => id)).toContain(first.resultIds[0]);
    expect(again.html).toBe(first.html);
  });

  it('shows faces only when they may be seen', async () => {
    const open = picturesIn((await preview('single', [2])).html);
    const blurred = picturesIn((await preview('single', [2], { blurFaces: true })).html);
    expect(blurred).toHaveLength(open.length);
    expect(blurred).not.toEqual(open);
  });

  it('of films that do not belong together is refused with what to choose', async () => {
    const refused = { code: 'not-exportable', message: expect.stringMatching(/Choose one film/) };
    await expect(preview('before-after', [0, 3])).rejects.toMatchObject(refused);
    await expect(preview('single', [0, 1])).rejects.toMatchObject(refused);
    await expect(preview('single', [], { clipIds: ['nobody'] })).rejects.toMatchObject({ code: 'record-missing' });
    const setup = { ...SETUP, noteForClient: 'x'.repeat(1501) };
    await expect(preview('single', [0], { setup })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('is what is printed, kept with the session, and saved as often as wanted', async () => {
    const { html, title, sessionId, resultIds } = await preview('left-right', [2, 3]);
    const report = await app.call('reports.add', { sessionId, title, resultIds, html });
    expect(printed.at(-1)).toBe(html);
    expect(await app.call('reports.list', { sessionId: sessionIds[1]! })).toEqual([report]);
    const written = await app.call('reports.save', { reportId: report.id, file: null });
    expect(written.downloadPath).toMatch(/report.*\.pdf$/);
    expect(await (await app.fetch(written.downloadPath!)).text()).toBe('%PDF-1.7 of the test');
    const file = path.join(app.root, 'own place.pdf');
    const own = await app.call('reports.save', { reportId: report.id, file });
    expect(own).toMatchObject({ file, downloadPath: null });
    expect(readFileSync(file, 'utf8')).toBe('%PDF-1.7 of the test');
  });

  it('of a film that is gone has every number, no pictures, and says so', async () => {
    const films = path.join(app.library, 'videos');
    renameSync(films, `${films}-away`);
    try {
      const { html, notes } = await preview('single', [3]);
      expect(notes).toEqual([expect.stringMatching(/^The pictures of demo_after_right60\.mp4 could not be fetched/)]);
      expect(picturesIn(html)).toEqual([]);
    } finally {
      renameSync(`${films}-away`, films);
    }
  });
});
