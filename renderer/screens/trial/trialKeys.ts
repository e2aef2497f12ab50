// The keys of the trial screen; TRIAL_TEXT.keys tells them to the clinician.

import type { CorrectionActions } from '../../corrections/useCorrections.ts';
import type { CorrectionTools } from '../../corrections/useCorrectionTools.ts';
import { type FilmPlayer, RATES } from '../../player/filmPlayer.ts';
import type { Keys } from '../../player/useKeys.ts';
import type { FilmJumps } from './useFilmJumps.ts';

/** Frames that Shift and an arrow go. */
const FAR = 10;

/** Keys of the film. @param jumps null = no events to go to */
export function playerKeys(player: FilmPlayer, jumps: FilmJumps | null): Keys {
  const rates = Object.fromEntries(RATES.map((rate, i) => [String(i + 1), () => player.setRate(rate)]));
  return {
    ...rates,
    Space: () => player.toggle(),
    ArrowLeft: () => player.step(-1),
    ArrowRight: () => player.step(1),
    'Shift+ArrowLeft': () => player.step(-FAR),
    'Shift+ArrowRight': () => player.step(FAR),
    ...(jumps && {
      ',': () => jumps.toEvent(-1),
      '.': () => jumps.toEvent(1),
      L: () => jumps.loop(player.state.loop === null),
    }),
  };
}

/** Undo and redo also while one only looks; the rest while correcting. @param tools null = not correcting */
export function correctionKeys(
  tools: CorrectionTools | null,
  corrections: CorrectionActions,
  isExercise: boolean,
): Keys {
  return {
    ...undoKeys(corrections),
    ...(tools && {
      X: tools.swapLegs,
      ...(!isExercise && {
        C: () => tools.addEvent('initial-contact'),
        V: () => tools.addEvent('toe-off'),
        B: tools.toggleStride,
      }),
    }),
  };
}

/** Undo and redo, of whatever can. */
export function undoKeys({ undo, redo }: { readonly undo: () => void; readonly redo: () => void }): Keys {
  return { 'Ctrl+Z': undo, 'Ctrl+Shift+Z': redo, 'Ctrl+Y': redo };
}
