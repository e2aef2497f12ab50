// Two numbered films side by side on a page: what a test reads the frames on the screen from.
import '../../../renderer/style/tokens.css';
import '../../../renderer/style/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { fromWire } from '../../../core/api/wire.ts';
import { freshQueries } from '../../../renderer/api/queries.ts';
import { PairScreen } from '../../../renderer/screens/sideBySide/PairScreen.tsx';
import type { LegOfClip } from '../../../renderer/screens/sideBySide/pairNames.ts';
import { readCounter } from '../../support/frameCounter.ts';

/** Frames of the first and the second film at one moment. */
export interface Seen {
  readonly a: number;
  readonly b: number;
}

declare global {
  interface Window {
    /** The numbers in both pictures, once both films stand still. */
    seePair: () => Promise<Seen>;
    /**
     * The frames that are drawn, once per painted picture for so long; overlayInStep.test.ts holds that pictures are those frames. A page
     * that could not paint for a while shows what it had: such moments are left out unless everything is asked for.
     */
    watchPair: (forMs: number, everything?: boolean) => Promise<readonly Seen[]>;
  }
}

const pixels = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

/** The picture fills its stage across, and lies in the middle of it. */
function counterOn(picture: HTMLCanvasElement): number {
  const { width, height } = picture;
  [pixels.canvas.width, pixels.canvas.height] = [width, height];
  pixels.drawImage(picture, 0, 0);
  const { data } = pixels.getImageData(0, Math.floor(height / 2), width, 1);
  return readCounter(Uint8Array.from(data.filter((_, i) => i % 4 < 3)), width, 1);
}

const videos = () => [...document.querySelectorAll('video')];
const canvases = (at: number) =>
  videos().map((video) => [...video.parentElement!.querySelectorAll('canvas')].at(at)!) as [
    HTMLCanvasElement,
    HTMLCanvasElement,
  ];

/** The frames whose pictures and skeletons are drawn. */
function drawn(): Seen {
  const [a, b] = canvases(-1).map((canvas) => Number(canvas.dataset.frame));
  return { a: a!, b: b! };
}

/** Pictures in a row without a change that count as standing still. */
const STILL = 4;

window.seePair = async () => {
  let before = drawn();
  for (let still = 0; still < STILL; still++) {
    await new Promise(requestAnimationFrame);
    const now = drawn();
    if (now.a !== before.a || now.b !== before.b || videos().some((video) => video.seeking)) still = 0;
    before = now;
  }
  const [a, b] = canvases(0);
  return { a: counterOn(a), b: counterOn(b) };
};
/** A page that paints less often than this is held up by something else on the computer, ms. */
const HELD_UP_MS = 60;

window.watchPair = (forMs, everything = false) =>
  new Promise((resolve) => {
    const seen: Seen[] = [];
    const endMs = performance.now() + forMs;
    let times: readonly number[] = [];
    const look = (nowMs: number): void => {
      times = [...times.slice(-3), nowMs];
      const gapsMs = times.slice(1).map((at, i) => at - times[i]!);
      const isFluent = gapsMs.length === 3 && Math.max(...gapsMs) < HELD_UP_MS;
      if (everything || isFluent) seen.push(drawn());
      if (nowMs < endMs) requestAnimationFrame(look);
      else resolve(seen);
    };
    requestAnimationFrame(look);
  });

const legs = fromWire(await (await fetch('legs.json')).text()) as readonly [LegOfClip, LegOfClip];
createRoot(document.getElementById('app')!).render(
  <QueryClientProvider client={freshQueries(() => undefined)}>
    <PairScreen legs={legs} />
  </QueryClientProvider>,
);
