// The demo client: two visits, four films and what the engine saw in them, so that everything can be tried before the first film.
import { analyze } from '../../core/analyze.ts';
import { CAPTURE_DEFAULTS, type Client } from '../../core/records/records.ts';
import { optionsOf } from '../host/measureClip.ts';
import { storedClips } from '../host/storedClips.ts';
import { AppVersion } from '../jobs/appVersion.ts';
import { readFilm } from '../jobs/readFilm.ts';
import type { FilmFacts } from '../store/filmFacts.ts';
import type { Library } from '../store/openLibrary.ts';
import { DEMO_CLIENT, DEMO_CODE, DEMO_INJURY, DEMO_VISITS, type DemoClipName } from './demoClips.ts';
import { demoFile } from './demoFolder.ts';
import { type RecordedPose, recordedPose } from './recordedPose.ts';

interface DemoFilm {
  readonly sha256: string;
  readonly facts: FilmFacts;
  readonly recorded: RecordedPose;
}

/**
 * Adds the demo client, or answers the one that is there.
 * @param onClip told of every clip once it is measured
 * @throws GaitError `video-not-found` when the program was installed without its demo, `disk-full`, `not-writable`
 */
export async function addDemoClient(library: Library, onClip: (clipId: string) => void): Promise<Client> {
  const there = library.clients.list().find(({ client }) => client.code === DEMO_CODE);
  if (there) return there.client;
  const films = new Map<DemoClipName, DemoFilm>();
  for (const { name } of DEMO_VISITS.flatMap(({ clips }) => clips)) films.set(name, await takeIn(library, name));
  const clipIds: string[] = [];
  const added = library.write(() => {
    const client = library.clients.add(DEMO_CLIENT);
    library.injuries.add({ clientId: client.id, ...DEMO_INJURY });
    for (const { session, clips } of DEMO_VISITS) {
      const { id } = library.sessions.add({ clientId: client.id, ...session });
      for (const { name, view } of clips) clipIds.push(addClip(library, id, name, view, films.get(name)!));
    }
    return client;
  });
  for (const clipId of clipIds) onClip(clipId);
  return added;
}

async function takeIn(library: Library, name: DemoClipName): Promise<DemoFilm> {
  const { sha256, file } = await library.videos.takeIn(demoFile(`${name}.mp4`));
  return { sha256, facts: await readFilm(file), recorded: await recordedPose(name) };
}

function addClip(
  library: Library,
  sessionId: string,
  name: DemoClipName,
  view: 'left' | 'right' | 'posterior',
  { sha256, facts, recorded }: DemoFilm,
): string {
  const fileName = `${name}.mp4`;
  const clip = { sessionId, videoSha256: sha256, fileName, view, condition: null, capture: CAPTURE_DEFAULTS };
  const { id } = library.clips.add(clip);
  library.filmFacts.keep(sha256, facts);
  const analysis = optionsOf(library, id);
  const { pose, from } = recorded;
  const result = analyze(pose, analysis); // its films have no weakness of their own that would go in here
  const outcome = { videoSha256: sha256, probe: { file: fileName, ...facts }, app: AppVersion, analysis, result };
  storedClips(library).take(id, { ...outcome, pose, poseFrom: from });
  return id;
}
