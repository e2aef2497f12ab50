// Fills a library with anything that a clinic may write down, the same for the same seed.
import { CAPTURE_DEFAULTS, INJURY_STATUS } from '../../../core/records/records.ts';
import { ANALYZE_DEFAULTS, type Edit, type RawPose } from '../../../core/types.ts';
import type { ResultJson } from '../../../electron/export/resultJson.ts';
import type { Library } from '../../../electron/store/openLibrary.ts';
import { seeded } from '../../support/mocap.ts';
import { addClip } from './sampleRecords.ts';

/** What every film's pose and result are made from. */
export interface Measured {
  readonly pose: RawPose;
  readonly result: ResultJson;
}

type Random = () => number;

const LETTERS = [...'abc ÄßéØ 中文 "\'%_;\\\n\u0000\u{1f3c3} xyz'];

const whole = (random: Random, below: number) => Math.floor(random() * below);
const text = (random: Random) =>
  Array.from({ length: whole(random, 40) }, () => LETTERS[whole(random, LETTERS.length)]).join('');
const maybe = <T>(random: Random, value: T): T | null => (random() < 0.3 ? null : value);
const date = (random: Random) => `20${20 + whole(random, 6)}-0${1 + whole(random, 9)}-1${whole(random, 10)}`;

/** @returns ids of the clients, one at least */
export async function fillAtRandom(library: Library, seed: number, measured: Measured): Promise<string[]> {
  const random = seeded(seed);
  const ids: string[] = [];
  for (let n = 1 + whole(random, 4); n > 0; n--) ids.push(await addAnyClient(library, random, measured));
  library.settings.change({ clinicName: text(random) });
  return ids;
}

async function addAnyClient(library: Library, random: Random, measured: Measured): Promise<string> {
  const body = { birthDate: maybe(random, date(random)), heightM: maybe(random, 1 + random()), massKg: null };
  const names = { code: text(random), name: `N${text(random)}`, notes: text(random) };
  const { id: clientId } = library.clients.add({ ...names, sex: maybe(random, 'other'), ...body });
  for (let n = whole(random, 3); n > 0; n--) {
    const status = INJURY_STATUS[whole(random, 3)]!;
    const what = { region: `R${text(random)}`, side: maybe(random, 'both' as const), mechanism: text(random), status };
    library.injuries.add({ clientId, ...what, onset: maybe(random, date(random)), notes: text(random) });
    const test = { test: `T${text(random)}`, unit: 'cm', notes: text(random) };
    const value = { value: maybe(random, random()), passed: maybe(random, true), pain: maybe(random, 3) };
    library.returnTests.add({ clientId, date: date(random), side: null, ...test, ...value });
    const plan = { stage: 1 + n, walkS: 60, runS: whole(random, 600), repeats: 1 + whole(random, 9) };
    const done = { startedOn: maybe(random, date(random)), completedOn: null, painDuring: null, painNextDay: null };
    library.walkRunStages.add({ clientId, ...plan, ...done, notes: text(random) });
  }
  for (let n = whole(random, 4); n > 0; n--) await addAnySession(library, clientId, random, measured);
  return clientId;
}

async function addAnySession(library: Library, clientId: string, random: Random, measured: Measured): Promise<void> {
  const how = { purpose: text(random), footwear: text(random), speedMs: maybe(random, random() * 5), inclinePct: null };
  const felt = { painBefore: maybe(random, whole(random, 11)), painAfter: null, notes: text(random) };
  const { id: sessionId } = library.sessions.add({ clientId, date: date(random), ...how, ...felt });
  for (let n = whole(random, 3); n > 0; n--) await addAnyClip(library, sessionId, random, measured);
  if (random() < 0.5) {
    const file = Buffer.from(text(random) + text(random));
    library.reports.add({ sessionId, title: text(random), mediaType: 'text/html', resultIds: [] }, file);
  }
}

async function addAnyClip(library: Library, sessionId: string, random: Random, measured: Measured): Promise<void> {
  const clip = await addClip(library, sessionId, `film ${whole(random, 8)}`); // some films are in several sessions
  library.clips.change(clip.id, { capture: { ...CAPTURE_DEFAULTS, slowMotion: 1 + whole(random, 8) } });
  for (let n = whole(random, 6); n > 0; n--) changeAnything(library, clip.id, random);
  const points = [{ xPx: random() * 100, yPx: random() * 100 }];
  if (random() < 0.5)
    library.drawings.add({
      clipId: clip.id,
      kind: 'text',
      timeS: random(),
      points,
      text: text(random),
      colour: '#00ff00',
    });
  if (random() < 0.3) return; // nobody has looked at it yet
  const pose = { ...measured.pose, xPx: measured.pose.xPx.map((x) => x + random()) };
  const from = { model: 'm', modelSha256: text(random), engine: 'e', framesSeen: whole(random, 100) };
  const seen = library.poses.add(clip.id, pose, from);
  const { edits } = library.edits.history(clip.id);
  library.results.add(clip.id, seen.id, { options: ANALYZE_DEFAULTS, edits, result: measured.result });
}

/** A correction of any kind, or one taken back or brought back. */
export function changeAnything(library: Library, clipId: string, random: Random): void {
  const frame = whole(random, 200);
  const edits: readonly Edit[] = [
    { kind: 'landmark-moved', frame, landmark: whole(random, 33), xPx: random() * 1e3, yPx: random() * 1e3 },
    { kind: 'legs-swapped', fromFrame: frame, toFrame: frame + whole(random, 20) },
  ];
  const chance = random();
  if (chance < 0.6) library.edits.add(clipId, edits[whole(random, edits.length)]!);
  else if (chance < 0.8) library.edits.undo(clipId);
  else if (chance < 0.9) library.edits.redo(clipId);
  else library.edits.remove(clipId, whole(random, 3));
}
