// Where it hurts: the regions of the body map, and how what a clinician wrote is told to be one of them.

import type { Injury } from '../records/records.ts';

export const BODY_REGIONS = [
  'foot',
  'ankle',
  'achilles',
  'calf',
  'shin',
  'knee',
  'frontOfKnee',
  'outerKnee',
  'frontOfThigh',
  'hamstring',
  'groin',
  'hip',
  'lowerBack',
  'other',
] as const;

/** A region of the body map; `knee` is the joint itself, e.g. after an operation. */
export type BodyRegion = (typeof BODY_REGIONS)[number];

/** What bears the load: it decides how much pain is let pass. */
export type Tissue = 'muscle' | 'tendon' | 'joint' | 'bone';

/** Words by which a region is known, in order: the first that is found wins, so that the narrower stand first. English, then others. */
const WORDS: readonly (readonly [BodyRegion, RegExp])[] = [
  ['achilles', /achill/],
  ['outerKnee', /\bitb|iliotibial|\bit band|outer knee|outside (of )?(the )?knee|lateral knee|tractus/],
  ['frontOfKnee', /patell|kneecap|\bpfps?\b|front of (the )?knee|anterior knee|runner.?s knee|kniescheibe/],
  ['hamstring', /hamstring|biceps femoris|semimembr|semitend|back of (the )?thigh|posterior thigh|ischio/],
  ['frontOfThigh', /quad|rectus femoris|front of (the )?thigh|anterior thigh/],
  ['groin', /groin|adductor|pubi|leiste/],
  ['calf', /calf|calves|gastroc|soleus|\bwade/],
  ['shin', /shin|tibia|\bmtss\b|schienbein/],
  ['foot', /foot|feet|plantar|heel|metatars|navicular|\btoe|sesamoid|\bfu(ss|ß)\b/],
  ['ankle', /ankle|peron|fibul|talus|knöchel|sprunggelenk/],
  ['knee', /knee|\bacl\b|menisc|\bpcl\b|\bmcl\b|\bknie/],
  ['hip', /hip|glute|trochant|labr|pelvi|\bhüft/],
  ['lowerBack', /back|lumbar|sacr|spine/],
];

/**
 * The region that somebody's words mean, e.g. `left Achilles tendon`.
 * @returns `other` when no word of it is known
 */
export function regionOf(words: string): BodyRegion {
  const own = BODY_REGIONS.find((region) => region === words);
  if (own !== undefined) return own;
  const lower = words.toLowerCase();
  return WORDS.find(([, pattern]) => pattern.test(lower))?.[0] ?? 'other';
}

const BONE = /stress (fracture|reaction|injury)|bone stress|\bbsi\b|fracture/;
const TENDON = /tendin|tendon|achill|fasci/;

/** What a region is taken for when nothing else is said. The shin counts as bone until somebody says otherwise: ours, the careful side. */
const USUAL_TISSUE: Readonly<Record<BodyRegion, Tissue>> = {
  foot: 'tendon',
  ankle: 'joint',
  achilles: 'tendon',
  calf: 'muscle',
  shin: 'bone',
  knee: 'joint',
  frontOfKnee: 'joint',
  outerKnee: 'tendon',
  frontOfThigh: 'muscle',
  hamstring: 'muscle',
  groin: 'muscle',
  hip: 'joint',
  lowerBack: 'joint',
  other: 'joint',
};

/** What bears the load in an injury, from the words it was noted in. */
export function tissueOf({ region, mechanism, notes }: Pick<Injury, 'region' | 'mechanism' | 'notes'>): Tissue {
  const words = `${region} ${mechanism} ${notes}`.toLowerCase();
  if (BONE.test(words)) return 'bone';
  if (TENDON.test(region.toLowerCase())) return 'tendon';
  return USUAL_TISSUE[regionOf(region)];
}
