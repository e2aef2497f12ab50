// `npm run demo`: the bundled films, one from each side of the same runner, measured into out/demo.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANALYZE_DEFAULTS } from '../core/types.ts';
import { demoFile } from './demoClient/demoFolder.ts';
import { analyzeCommand } from './terminal/analyzeCommand.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILMS = ['demo_before_left60.mp4', 'demo_before_right60.mp4'];
/** As set on the rendered treadmill. */
const BELT_SPEED_MS = 3;

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());

process.exitCode = await analyzeCommand(
  {
    files: FILMS.map(demoFile),
    outDir: path.join(ROOT, 'out/demo'),
    analysis: { ...ANALYZE_DEFAULTS, speedMs: BELT_SPEED_MS },
    model: 'heavy',
    overlay: true,
    blurFaces: false,
    exports: [],
    report: true,
    json: false,
    force: true,
    workers: null,
    fromS: null,
    toS: null,
  },
  { stdout: process.stdout, stderr: process.stderr, signal: stop.signal },
);
