// Follows everyone in view through the clip and says which one is the runner on the treadmill.
import type { DetectedPerson } from './detectPeople.ts';
import type { Region } from './region.ts';

/** One sampled frame and the people in it. */
export interface Sighting {
  readonly frame: number;
  readonly timeS: number;
  readonly people: readonly DetectedPerson[];
}

/** One person followed over the clip. */
export interface PersonTrack {
  readonly id: number;
  readonly sightings: readonly { readonly frame: number; readonly timeS: number; readonly region: Region }[];
  /** Sum over sightings of sureness × size × centrality. */
  readonly weight: number;
  /** Median side of the region, px. */
  readonly sidePx: number;
}

interface GrowingTrack {
  id: number;
  sightings: { frame: number; timeS: number; region: Region }[];
  weight: number;
}

/** A person seen again within this many region sides of the last place is the same one: somebody on a treadmill stays put. */
const SAME_PLACE_SIDES = 0.35;
/** Someone walking through the picture may have moved this far between two sightings less than a second apart. */
const MOVED_SIDES = 0.6;
const MOVED_WITHIN_S = 1;
/** The same person's region does not change size faster than this between sightings. */
const SIZE_RATIO = 1.7;

/** Follows people from sighting to sighting; feed sightings in order. */
export class PeopleFollower {
  readonly #tracks: GrowingTrack[] = [];
  readonly #widthPx: number;
  readonly #heightPx: number;

  constructor(widthPx: number, heightPx: number) {
    this.#widthPx = widthPx;
    this.#heightPx = heightPx;
  }

  add(sighting: Sighting): void {
    const free = new Set(this.#tracks);
    for (const person of sighting.people) {
      const track = this.#nearest(free, person.region, sighting.timeS) ?? this.#begin();
      free.delete(track);
      track.sightings.push({ frame: sighting.frame, timeS: sighting.timeS, region: person.region });
      track.weight += this.#weigh(person);
    }
  }

  /** Everyone followed so far, the likeliest runner first. */
  tracks(): PersonTrack[] {
    return this.#tracks
      .map((t) => ({ id: t.id, sightings: t.sightings, weight: t.weight, sidePx: medianSide(t) }))
      .sort((a, b) => b.weight - a.weight || a.id - b.id);
  }

  /** The likeliest runner so far, or null before anyone was seen. */
  runner(): PersonTrack | null {
    return this.tracks()[0] ?? null;
  }

  #begin(): GrowingTrack {
    const track: GrowingTrack = { id: this.#tracks.length, sightings: [], weight: 0 };
    this.#tracks.push(track);
    return track;
  }

  #nearest(free: Set<GrowingTrack>, region: Region, timeS: number): GrowingTrack | null {
    let best: GrowingTrack | null = null;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const track of free) {
      const last = track.sightings[track.sightings.length - 1];
      const ratio = region.sidePx / last.region.sidePx;
      if (ratio > SIZE_RATIO || ratio < 1 / SIZE_RATIO) continue;
      const distance =
        Math.hypot(region.centreXPx - last.region.centreXPx, region.centreYPx - last.region.centreYPx) /
        last.region.sidePx;
      const reach = timeS - last.timeS < MOVED_WITHIN_S ? MOVED_SIDES : SAME_PLACE_SIDES;
      if (distance < reach && distance < bestDistance) {
        best = track;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** Largest, most central, surest; summed over sightings it also means longest seen. */
  #weigh(person: DetectedPerson): number {
    const offCentre = Math.abs(person.region.centreXPx / this.#widthPx - 0.5) * 2;
    const size = Math.min(2, person.region.sidePx / this.#heightPx);
    return person.score * size * size * (1 - 0.5 * Math.min(1, offCentre));
  }
}

/**
 * Somebody else who was in view long and large enough to be mistaken for the runner.
 * @param samples how many frames were looked at
 * @returns null when the runner was alone
 */
export function otherPerson(tracks: readonly PersonTrack[], samples: number): PersonTrack | null {
  const [runner, ...others] = tracks;
  if (!runner) return null;
  const together = (other: PersonTrack) => {
    const frames = new Set(runner.sightings.map((s) => s.frame));
    return other.sightings.filter((s) => frames.has(s.frame)).length;
  };
  // A tenth of the clip and a third of the runner's size: smaller or briefer is a passer-by or a poster on the wall.
  return others.find((o) => o.sidePx > runner.sidePx / 3 && together(o) >= Math.max(3, samples / 10)) ?? null;
}

function medianSide(track: GrowingTrack): number {
  const sides = track.sightings.map((s) => s.region.sidePx).sort((a, b) => a - b);
  return sides[sides.length >> 1] ?? 0;
}
