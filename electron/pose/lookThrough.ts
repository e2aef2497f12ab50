// One pass over the film: frames in, people and landmarks out, with as much in flight as keeps the workers busy and no more.
import { decodeVideo } from '../video/decode.ts';
import type { VideoProbe } from '../video/probe.ts';
import { detectEverybody, detectPeople } from './askDetector.ts';
import type { PeopleFollower, PersonTrack, Sighting } from './chooseRunner.ts';
import { cropRegion, halveFrame, LANDMARK_SIZE_PX } from './crop.ts';
import type { DetectedPerson } from './detectPeople.ts';
import { FrameRing } from './frameRing.ts';
import { REGION_REACH_S, regionAt } from './planRegions.ts';
import { CONTINUE_FRAMES, type Found, type PoseChunk } from './poseChunk.ts';
import type { PosePool } from './posePool.ts';
import { scaleRegion } from './region.ts';

export interface Pass {
  readonly probe: VideoProbe;
  readonly pool: PosePool;
  /** Size of the decoded frames, px. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fromS?: number;
  readonly toS?: number;
  readonly signal?: AbortSignal;
  readonly onFrame?: (frames: number) => void;
  readonly follower: PeopleFollower;
  /** Null = choose as we go, looking for people; else the runner is known and only frames of somebody else are redone. */
  readonly runner: PersonTrack | null;
  /** Takes every so many seconds of finished frames, so that an interrupted run can go on from there; null = nobody wants them. */
  readonly keeper: ChunkKeeper | null;
}

/** Where finished stretches of a first pass go. */
export interface ChunkKeeper {
  /** Length of a stretch, s of film. */
  readonly chunkS: number;
  keep(chunk: PoseChunk): Promise<void>;
}

/** How often people are looked for, per second: the region hardly moves in 100 ms, and the detector costs a quarter of the network. */
const DETECT_RATE_HZ = 10;
/** Every so many of these looks is for smaller people beside the runner too: twice a second. */
const EVERYBODY_EVERY = 5;
/** Frames decoded beyond what the next region needs, so that the detector's answers are there in time. */
const SLACK_FRAMES = 8;
/** The frame is halved before the crop when the network's picture would otherwise skip pixels. */
const HALVE_ABOVE = 2;

/** People are looked for in every n-th frame. */
export function detectEvery(rateHz: number): number {
  return Math.max(1, Math.round(rateHz / DETECT_RATE_HZ));
}

/**
 * Runs the pass; `found` is filled in place. A first pass goes on after the frames that `found` already holds; the follower must then
 * have seen the people of those frames.
 * @param lastSighting place of the last frame whose people the follower knows, −1 = none
 * @throws what decoding, the pool, the keeper or the abort signal throw
 */
export async function lookThrough(pass: Pass, found: Found, lastSighting = -1): Promise<void> {
  const { probe, pool, runner } = pass;
  const ring = new FrameRing(ringSize(probe), pass.widthPx, pass.heightPx);
  const every = detectEvery(probe.rateHz);
  const sightings: { place: number; people: Promise<readonly DetectedPerson[]> }[] = [];
  const inFlight = new InFlight();
  const halved = new Uint8Array((pass.widthPx >> 1) * (pass.heightPx >> 1) * 3);
  const done = runner ? 0 : found.timeS.length;
  let decoded = Math.max(0, done - CONTINUE_FRAMES);
  let next = done;
  const stretch = new Stretch(pass.runner ? null : pass.keeper, found, done, inFlight);

  const follow = async (untilS: number) => {
    while (sightings.length > 0 && found.timeS[sightings[0].place] <= untilS) {
      const { place, people } = sightings.shift()!;
      const sighting = { frame: place, timeS: found.timeS[place], people: await people };
      pass.follower.add(sighting);
      stretch.sightings.push(sighting);
    }
  };
  const look = async (place: number) => {
    await follow(found.timeS[place] + REGION_REACH_S);
    const person = runner ?? pass.follower.runner();
    const region = person && regionAt(person, found.timeS[place]);
    if (runner && found.personIds[place] === (region ? runner.id : -1)) return;
    found.personIds[place] = region ? person.id : -1;
    found.poses[place] = null;
    if (!region) return;
    const pixels = new Uint8Array(LANDMARK_SIZE_PX * LANDMARK_SIZE_PX * 3);
    const frame = ring.get(place);
    if (region.sidePx > HALVE_ABOVE * LANDMARK_SIZE_PX) {
      cropRegion(halveFrame(frame, halved), scaleRegion(region, 0.5), pixels);
    } else {
      cropRegion(frame, region, pixels);
    }
    await inFlight.room(pool.appetite);
    const looking = pool.run({ kind: 'landmarks', pixels, region }).then((pose) => {
      found.poses[place] = pose;
    });
    inFlight.add(looking);
    stretch.work.push(looking);
  };

  const fromS = decoded < done ? found.timeS[decoded] : pass.fromS;
  for await (const frame of decodeVideo(probe, { ...pass, fromS })) {
    ring.put(decoded, frame.data);
    found.timeS[decoded] = frame.timeS;
    if (!runner && decoded > lastSighting && decoded % every === 0) {
      const ask = (decoded / every) % EVERYBODY_EVERY === 0 ? detectEverybody : detectPeople;
      const people = ask(pool, ring.get(decoded));
      inFlight.add(people);
      sightings.push({ place: decoded, people });
    }
    decoded++;
    const ahead = decoded - 1 - SLACK_FRAMES;
    while (next <= ahead && found.timeS[next] + REGION_REACH_S <= found.timeS[ahead]) {
      await look(next++);
      stretch.reached(next);
    }
    inFlight.check();
    pass.onFrame?.(next);
  }
  while (next < decoded) {
    await look(next++);
    stretch.reached(next);
    pass.onFrame?.(next);
  }
  stretch.end(next);
  await inFlight.room(0);
}

/** Gathers what belongs to the stretch being looked at and hands it to the keeper when its last frame is answered. */
class Stretch {
  readonly #keeper: ChunkKeeper | null;
  readonly #found: Found;
  readonly #inFlight: InFlight;
  #from: number;
  /** Sightings followed and landmark jobs asked for since the stretch began. */
  sightings: Sighting[] = [];
  work: Promise<void>[] = [];

  constructor(keeper: ChunkKeeper | null, found: Found, from: number, inFlight: InFlight) {
    this.#keeper = keeper;
    this.#found = found;
    this.#from = from;
    this.#inFlight = inFlight;
  }

  /** @param next the first frame not asked for yet */
  reached(next: number): void {
    const { timeS } = this.#found;
    if (this.#keeper && timeS[next - 1] - timeS[this.#from] >= this.#keeper.chunkS) this.end(next);
    if (!this.#keeper) {
      this.sightings = [];
      this.work = [];
    }
  }

  end(next: number): void {
    const [keeper, from, found] = [this.#keeper, this.#from, this.#found];
    if (!keeper || next <= from) return;
    const sightings = this.sightings;
    const kept = Promise.all(this.work).then(() =>
      keeper.keep({
        fromPlace: from,
        timeS: found.timeS.slice(from, next),
        personIds: found.personIds.slice(from, next),
        poses: found.poses.slice(from, next),
        sightings,
      }),
    );
    this.#inFlight.add(kept);
    this.sightings = [];
    this.work = [];
    this.#from = next;
  }
}

/** Frames that may lie between the one looked at and the newest: all within reach, and the slack. */
function ringSize(probe: VideoProbe): number {
  const times = probe.timeS;
  let most = 0;
  for (let from = 0, to = 0; from < times.length; from++) {
    while (to < times.length && times[to] < times[from] + REGION_REACH_S) to++;
    most = Math.max(most, to - from);
  }
  return most + SLACK_FRAMES + 2;
}

/** Promises under way; the first failure is kept and thrown at the next check, so that none goes unheard. */
class InFlight {
  readonly #open = new Set<Promise<void>>();
  #failure: unknown = null;

  add(work: Promise<unknown>): void {
    const open: Promise<void> = work.then(
      () => void this.#open.delete(open),
      (error: unknown) => {
        this.#failure ??= error;
        this.#open.delete(open);
      },
    );
    this.#open.add(open);
  }

  check(): void {
    if (this.#failure) throw this.#failure;
  }

  /** Waits until at most `most` are under way. */
  async room(most: number): Promise<void> {
    while (this.#open.size > most) await Promise.race(this.#open);
    this.check();
  }
}
