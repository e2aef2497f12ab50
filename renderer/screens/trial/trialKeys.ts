// The keys of the trial screen; TRIAL_TEXT.keys tells them to the clinician.

import type { Corrections } from '../../corrections/useCorrections.ts';
import type { CorrectionTools } from '../../corrections/useCorrectionTools.ts';
import { type FilmPlayer, RATES } from '../../player/filmPlayer.ts';
import type { Keys } from '../../player/useKeys.ts';
import type { FilmJumps } from './useFilmJumps.ts';

/** Frames that Shift and an arrow go. */
const FAR = 10;

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

export function correctionKeys(tools: CorrectionTools, corrections: Corrections): Keys {
  return {
    C: () => tools.addEvent('initial-contact'),
    V: () => tools.addEvent('toe-off'),
    B: tools.toggleStride,
    X: tools.swapLegs,
    'Ctrl+Z': corrections.undo,
    'Ctrl+Shift+Z': corrections.redo,
    'Ctrl+Y': corrections.redo,
  };
}
