// The keys of the side-by-side screen; as those of one clip wherever they mean the same.
import { RATES } from '../../player/filmPlayer.ts';
import type { Keys } from '../../player/useKeys.ts';
import type { PairLooks } from './PairTransport.tsx';
import type { StepPlayer } from './stepPlayer.ts';

/** Frames that Shift and an arrow go. */
const FAR = 5;

/** The keys of a pair, by what is pressed. */
export function pairKeys(step: StepPlayer, shown: PairLooks, show: (shown: PairLooks) => void): Keys {
  const rates = Object.fromEntries(RATES.map((rate, i) => [String(i + 1), () => step.setRate(rate)]));
  const turn = (name: keyof PairLooks) => () => show({ ...shown, [name]: !shown[name] });
  return {
    ...rates,
    Space: () => step.toggle(),
    ArrowLeft: () => step.step(-1),
    ArrowRight: () => step.step(1),
    'Shift+ArrowLeft': () => step.step(-FAR),
    'Shift+ArrowRight': () => step.step(FAR),
    ',': () => step.stride(-1),
    '.': () => step.stride(1),
    L: () => step.setLoop(!step.state.loop),
    S: turn('skeleton'),
    A: turn('angles'),
    B: turn('bodies'),
    '0': turn('whole'),
  };
}
