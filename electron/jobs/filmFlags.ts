// What the file itself says against its measurements, before anybody was looked for in it.
import { frameRateFlag, variableRateFlag } from '../../core/quality/filmFlags.ts';
import type { QualityFlag } from '../../core/types.ts';
import type { FilmFacts } from '../store/filmFacts.ts';
import type { VideoProbe } from '../video/probe.ts';

/** A camera tag this far from what was said is another slow-motion factor, not rounding. */
const FACTOR_TOLERANCE = 0.1;

/**
 * Flags for a film that was cut off, is interlaced, or was filmed in slow motion other than stated.
 * @param slowMotion capture rate ÷ file rate as stated by the clinician
 */
export function filmFlags(
  probe: Pick<VideoProbe, 'truncated' | 'interlaced' | 'slowMotionHint'>,
  slowMotion: number,
): QualityFlag[] {
  const flags: QualityFlag[] = [];
  if (probe.truncated) {
    flags.push({
      code: 'video-truncated',
      severity: 'caution',
      message: 'The file ends before the film does: only its beginning was measured. Copy it from the camera again.',
    });
  }
  if (probe.interlaced) {
    flags.push({
      code: 'interlaced',
      severity: 'caution',
      message:
        'The film is interlaced: each picture mixes two moments, which blurs fast feet. Set the camera to progressive (p, not i).',
    });
  }
  const hint = probe.slowMotionHint;
  if (hint !== null && Math.abs(hint / slowMotion - 1) > FACTOR_TOLERANCE) {
    flags.push({
      code: 'slow-motion-unknown',
      severity: 'caution',
      message: `The camera says that this film is slowed down ${hint.toFixed(1)} times, and ${slowMotion} was used. All times and speeds depend on it: set the slow-motion factor to ${hint.toFixed(1)} if that is right.`,
    });
  }
  return flags;
}

/** Ours: a well-lit room films at 90–130; the engine's own limit for the runner alone is 45, and surroundings are often darker. */
const DARK = 35;

/**
 * The capture check: all that can be said of a film at once, so that it can be filmed again while the client is there.
 * @param slowMotion capture rate ÷ file rate as stated by the clinician
 */
export function captureFlags(facts: FilmFacts, slowMotion: number): QualityFlag[] {
  const worldTimeS = facts.timeS.map((t) => t / slowMotion);
  const flags = [
    ...filmFlags(facts, slowMotion),
    frameRateFlag(facts.rateHz * slowMotion),
    variableRateFlag(worldTimeS),
    darkFlag(facts.brightness),
  ];
  return flags.filter((flag) => flag !== null);
}

function darkFlag(brightness: number | null): QualityFlag | null {
  if (brightness === null || brightness >= DARK) return null;
  return {
    code: 'dark',
    severity: 'caution',
    message:
      'The picture is dark: landmarks will be less certain and fast feet smear. Switch on more light, and film with the light behind the camera.',
  };
}
