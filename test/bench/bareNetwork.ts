// A process that runs nothing but session.run in a loop and says how often it managed to.
import { openSession, runLandmarks } from '../../electron/pose/networks.ts';

const [, , file, secondsText] = process.argv;
const session = await openSession(file);
const input = new Float32Array(3 * 256 * 256).map((_, i) => ((i * 2654435761) % 1000) / 1000);
await runLandmarks(session, input);
process.send?.('ready');
process.once('message', async () => {
  const began = performance.now();
  let runs = 0;
  while (performance.now() - began < Number(secondsText) * 1000) {
    await runLandmarks(session, input);
    runs++;
  }
  process.send?.({ runs, seconds: (performance.now() - began) / 1000 }, () => process.exit(0));
});
