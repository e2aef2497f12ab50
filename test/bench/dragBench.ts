// `npm run bench:drag`: how soon the numbers follow a joint that is dragged, on a clip of 1800 frames in a real browser.
import os from 'node:os';
import { analyzer } from '../../core/analyze.ts';
import { silentEngine } from '../electron/host/testApp.ts';
import { startAppUnderTest } from '../renderer/appUnderTest.ts';
import { addLongClip, longPose } from '../renderer/longClip.ts';

const MOVES = 60;
/** What a clinician still feels as at once, ms. */
const MOST_MS = 50;

let clipId = '';
const app = await startAppUnderTest({}, silentEngine, async (library) => {
  clipId = await addLongClip(library);
});
try {
  const { page } = app;
  await app.goTo(`/trial/${clipId}`);
  await page.locator('canvas[data-frame]').waitFor();
  for (let i = 0; i < 5; i++) await page.keyboard.press('.');
  await page.keyboard.press('e');
  const handle = page.locator('button[data-landmark="27"]');
  await handle.waitFor();
  await page.waitForTimeout(3000);
  const box = (await handle.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  const took = await page.evaluate(follow, MOVES);
  await page.mouse.up();
  const written = spread(took.map((one) => one.writtenMs));
  const painted = spread(took.map((one) => one.paintedMs));
  process.stdout.write(
    `1800 frames, ${MOVES} moves of a joint, load of this computer ${os.loadavg()[0]!.toFixed(1)} on ${os.cpus().length} cores.\n` +
      `From the pointer until the numbers are in the page: ${written.words}.\n` +
      `Until they are painted, here by the processor: ${painted.words}.\n` +
      `Of which measuring, alone and without a page: ${spread(measuringMs()).words}.\n`,
  );
  if (written.median > MOST_MS) {
    process.stderr.write(`The median is above ${MOST_MS} ms.\n`);
    process.exitCode = 1;
  }
} finally {
  await app.close();
}

/** The same rounds in this process, as a measure of how busy the computer is just now. */
function measuringMs(): readonly number[] {
  const measure = analyzer(longPose());
  return Array.from({ length: MOVES }, (_, i) => {
    const begunMs = performance.now();
    measure([{ kind: 'landmark-moved', frame: 60, landmark: 27, xPx: 600 + i, yPx: 500, carryFrames: 2 }]);
    return performance.now() - begunMs;
  });
}

function spread(ms: readonly number[]): { readonly median: number; readonly words: string } {
  const sorted = ms.toSorted((a, b) => a - b);
  const [median, most, longest] = [0.5, 0.9, 1].map((share) => sorted[Math.floor(share * (sorted.length - 1))]!) as [
    number,
    number,
    number,
  ];
  const words = `median ${median.toFixed(0)} ms, nine of ten within ${most.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`;
  return { median, words };
}

/** In the page: moves the pointer and waits until the curves are drawn anew and painted. */
async function follow(moves: number): Promise<{ writtenMs: number; paintedMs: number }[]> {
  const handle = document.querySelector('button[data-landmark="27"]')!;
  const curves = document.querySelector('section[aria-label="Curves"]')!;
  const { left, top, width, height } = handle.getBoundingClientRect();
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const drawn = () =>
    new Promise<void>((done) => {
      const watcher = new MutationObserver((changes) => {
        if (!changes.some(({ target, attributeName }) => target instanceof SVGPathElement && attributeName === 'd'))
          return;
        watcher.disconnect();
        done();
      });
      watcher.observe(curves, { subtree: true, attributes: true });
    });
  const took: { writtenMs: number; paintedMs: number }[] = [];
  for (let i = 0; i < moves; i++) {
    const where = { clientX: left + width / 2 + 12 * Math.sin(i), clientY: top + height / 2 + 8 * Math.cos(i) };
    const followed = drawn();
    const begunMs = performance.now();
    handle.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerId: 1, ...where }));
    await followed;
    const writtenMs = performance.now() - begunMs;
    await painted();
    took.push({ writtenMs, paintedMs: performance.now() - begunMs });
    await new Promise((done) => setTimeout(done, 30));
  }
  return took;
}
