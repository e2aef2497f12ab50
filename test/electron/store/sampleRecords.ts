// People that nobody knows, with one of everything, and all that a library says of them; also for programs that are not tests.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CAPTURE_DEFAULTS, type Client, type Clip, type Session } from '../../../core/records/records.ts';
import { ANALYZE_DEFAULTS } from '../../../core/types.ts';
import { resultJson } from '../../../electron/export/resultJson.ts';
import { bytesKey } from '../../../electron/store/keyPort.ts';
import type { Library } from '../../../electron/store/openLibrary.ts';
import { sampleTrial } from '../../support/sampleResult.ts';

/** Not a passphrase: scrypt takes its time on purpose. */
export const KEY = bytesKey(Buffer.alloc(32, 7));
export const OTHER_KEY = bytesKey(Buffer.alloc(32, 9));

export function addClient(library: Library, name: string, notes = ''): Client {
  return library.clients.add({ code: '', name, birthDate: '1990-02-28', sex: null, heightM: 1.7, massKg: 60, notes });
}

export function addSession(library: Library, clientId: string, notes = '', date = '2026-03-01'): Session {
  const fields = {
    purpose: 'follow-up',
    footwear: 'own shoes',
    speedMs: 3,
    inclinePct: 0,
    painBefore: 2,
    painAfter: 1,
  };
  return library.sessions.add({ clientId, date, notes, ...fields });
}

/** Takes a film of that content in and notes it. */
export async function addClip(library: Library, sessionId: string, content: string): Promise<Clip> {
  const source = path.join(library.folder.work, `source-${Math.random()}.mp4`);
  writeFileSync(source, content);
  const { sha256 } = await library.videos.takeIn(source);
  rmSync(source);
  const fields = { fileName: 'Secret Surname.mp4', view: 'auto', condition: 'fresh' } as const;
  return library.clips.add({ sessionId, videoSha256: sha256, ...fields, capture: CAPTURE_DEFAULTS });
}

/** One client with one of everything. */
export async function addEverything(library: Library, name: string, film = name): Promise<Client> {
  const client = addClient(library, name, 'trains for a marathon');
  const { id: clientId } = client;
  const injury = {
    region: 'Achilles tendon',
    side: 'left',
    onset: '2026-01-02',
    mechanism: 'hill',
    status: 'active',
  } as const;
  library.injuries.add({ clientId, ...injury, notes: 'stiff in the morning' });
  const session = addSession(library, clientId, 'tired after work');
  const clip = await addClip(library, session.id, film);
  const { raw, result, video, pose, app } = sampleTrial();
  const kept = library.poses.add(clip.id, raw, pose);
  const measured = library.results.add(clip.id, kept.id, {
    options: ANALYZE_DEFAULTS,
    edits: [],
    result: resultJson({ result, video, pose, app }),
  });
  library.edits.add(clip.id, { kind: 'legs-swapped', fromFrame: 3, toFrame: 9 });
  const points = [
    { xPx: 10.5, yPx: 20 },
    { xPx: 30, yPx: 40.25 },
  ];
  library.drawings.add({ clipId: clip.id, kind: 'line', timeS: 0.5, points, text: 'trunk', colour: '#ff8800' });
  const test = { date: '2026-03-02', test: 'single-leg hop', side: 'left', value: 120, unit: 'cm' } as const;
  library.returnTests.add({ clientId, ...test, passed: true, pain: 1, notes: '' });
  const stage = { stage: 1, walkS: 120, runS: 60, repeats: 6, startedOn: null, completedOn: null } as const;
  library.walkRunStages.add({ clientId, ...stage, painDuring: null, painNextDay: null, notes: '' });
  library.reports.add(
    { sessionId: session.id, title: 'Report', mediaType: 'application/pdf', resultIds: [measured.id] },
    Buffer.from('%PDF-'),
  );
  return client;
}

/** All that a library says of its clients, to compare two of them. */
export function everythingIn(library: Library): unknown {
  return library.clients.list().map((entry) => ({
    ...entry,
    injuries: library.injuries.listFor(entry.client.id),
    tests: library.returnTests.listFor(entry.client.id),
    stages: library.walkRunStages.listFor(entry.client.id),
    found: library.search(entry.client.name).length,
    sessions: library.sessions.listFor(entry.client.id).map((session) => ({
      session,
      reports: library.reports.listFor(session.id).map((r) => ({ r, file: [...library.reports.readFile(r.id)] })),
      clips: library.clips.listFor(session.id).map((clip) => {
        const pose = library.poses.latestFor(clip.id);
        return {
          clip,
          pose: pose && { pose, raw: library.poses.read(pose.id) },
          edits: library.edits.history(clip.id),
          drawings: library.drawings.listFor(clip.id),
          results: library.results.listFor(clip.id).map((r) => library.results.read(r.id)),
          bytes: library.videos.get(clip.videoSha256).bytes,
        };
      }),
    })),
  }));
}
