// A leg on the screen as comparing needs it.
import type { PairedLeg } from '../../../core/compare/legPair.ts';
import type { LegOfClip } from './pairNames.ts';

/** @param leg of a measured clip */
export function pairedLeg({ trial, session, side }: LegOfClip): PairedLeg {
  const { clip, film, pose } = trial;
  const { timeS } = trial.result!;
  const seenHz = (timeS.length - 1) / (timeS.at(-1)! - timeS[0]!);
  return {
    clipId: clip.id,
    sessionId: session.id,
    result: trial.result!,
    side,
    rateHz: film ? film.rateHz * clip.capture.slowMotion : seenHz,
    footwear: session.footwear,
    filmSha256: clip.videoSha256,
    ...(pose && { networkSha256: pose.modelSha256 }),
  };
}
