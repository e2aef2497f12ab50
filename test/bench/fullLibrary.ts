// A library as a clinic has it after years: a thousand clients, five thousand sessions, ten thousand films with their results.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { CAPTURE_DEFAULTS, type Client } from '../../core/records/records.ts';
import { ANALYZE_DEFAULTS } from '../../core/types.ts';
import { resultJson } from '../../electron/export/resultJson.ts';
import type { Library } from '../../electron/store/openLibrary.ts';
import { storedVideo } from '../../electron/store/videos.ts';
import { seeded } from '../support/mocap.ts';
import { sampleTrial } from '../support/sampleResult.ts';

export const FULL = { clients: 1000, sessionsEach: 5, filmsEach: 2 } as const;

const FIRST =
  'Anna Ben Carla David Elif Finn Grete Hugo Ines Jonas Klara Luis Marta Nils Olga Paul Rosa Sami Tess Zoë'.split(' ');
const LAST =
  'Adler Baum Costa Dietz Eriksen Faure García Horn Ivanov Jansen Keller Lang Müller Novak Otto Pires Quist Roth Sato Weiß'.split(
    ' ',
  );
const WORDS =
  'trains for the marathon left calf tight after hills new shoes since spring morning stiffness eased by warm-up night shifts'.split(
    ' ',
  );
const REGIONS = ['Achilles tendon', 'knee', 'calf', 'hamstring', 'shin', 'plantar fascia', 'hip'];

/** Fills an empty library; the same every time but for ids and ciphers. Films are a byte long: nobody opens them here. */
export function fillLibrary(library: Library): void {
  const random = seeded(1);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const note = () => Array.from({ length: 30 }, () => pick(WORDS)).join(' ');
  const content = resultContent();
  for (let n = 0; n < FULL.clients; n++)
    library.write(() => {
      const client = addClient(library, n, `${pick(FIRST)} ${pick(LAST)}`, note());
      if (n % 2 === 0) addInjury(library, client.id, pick(REGIONS), n % 4 === 0, note());
      for (let visit = 0; visit < FULL.sessionsEach; visit++) {
        const sessionId = addSession(library, client.id, visit, note());
        for (let film = 0; film < FULL.filmsEach; film++) addFilm(library, sessionId, `${n} ${visit} ${film}`, content);
      }
    });
}

function addClient(library: Library, n: number, name: string, notes: string): Client {
  const code = `K-${1000 + n}`;
  return library.clients.add({ code, name, birthDate: '1990-02-28', sex: 'female', heightM: 1.7, massKg: 60, notes });
}

function addInjury(library: Library, clientId: string, region: string, isOver: boolean, notes: string): void {
  const status = isOver ? 'resolved' : 'active';
  library.injuries.add({ clientId, region, side: 'left', onset: '2026-01-02', mechanism: 'hills', status, notes });
}

function addSession(library: Library, clientId: string, visit: number, notes: string): string {
  const taken = { speedMs: 3, inclinePct: 0, painBefore: 2, painAfter: 1 };
  const date = `2026-0${visit + 1}-15`;
  return library.sessions.add({ clientId, date, purpose: 'follow-up', footwear: 'own shoes', ...taken, notes }).id;
}

/** Pose and result by hand: `add` would deflate the same content ten thousand times. */
function addFilm(library: Library, sessionId: string, name: string, content: Buffer): void {
  const { db, sealer } = library.shelf;
  const sha256 = createHash('sha256').update(name).digest('hex');
  const { file, proxyFile, thumbnailFile } = storedVideo(library.folder, sha256, '.mp4', 1);
  for (const one of [file, proxyFile, thumbnailFile]) writeFileSync(one, '.');
  db.run("INSERT INTO videos VALUES (?, '.mp4', 1, ?)", sha256, '2026-01-01T00:00:00.000Z');
  const how = { fileName: `${name}.mp4`, view: 'auto', condition: 'fresh', capture: CAPTURE_DEFAULTS } as const;
  const { id: clipId } = library.clips.add({ sessionId, videoSha256: sha256, ...how });
  const [poseId, resultId, at] = [`pose ${name}`, `result ${name}`, '2026-01-01T00:00:00.000Z'];
  const pose = sealer.seal(Buffer.alloc(SHORT_POSE_BYTES), `poses/${poseId}`);
  db.run("INSERT INTO poses VALUES (?, ?, ?, 'm', 's', 'e', 1, ?)", poseId, clipId, at, pose);
  const result = sealer.seal(content, `results/${resultId}`);
  db.run("INSERT INTO results VALUES (?, ?, ?, ?, '0.1.0', '1.0.0', 'run', ?)", resultId, clipId, poseId, at, result);
}

/** Half a megabyte each in a real library, 5 GB in all; none is read here, and they lie in a table of their own. */
const SHORT_POSE_BYTES = 1000;

/** The result of the demo film as it is kept, deflated. */
function resultContent(): Buffer {
  const { result, video, pose, app } = sampleTrial();
  const kept = { options: ANALYZE_DEFAULTS, edits: [], result: resultJson({ result, video, pose, app }) };
  return deflateSync(JSON.stringify(kept), { level: 1 });
}
