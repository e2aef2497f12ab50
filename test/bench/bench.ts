// `npm run bench`: how much of the bare network's speed is left end to end, where the time goes, and whether memory grows.
// Everything is a ratio of things measured in this one run, because machines and their neighbours differ.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoFile } from '../../electron/demoClient/demoFolder.ts';
import { cropRegion, LANDMARK_SIZE_PX } from '../../electron/pose/crop.ts';
import { PoseEngine } from '../../electron/pose/poseEngine.ts';
import { decodeVideo } from '../../electron/video/decode.ts';
import { findFfmpeg } from '../../electron/video/findFfmpeg.ts';
import { probeVideo, type VideoProbe } from '../../electron/video/probe.ts';
import { ensureModels } from '../../models/ensureModels.ts';
import { ROOT } from '../house/sourceFiles.ts';
import { memoryBytes } from './processTree.ts';
import { reportSeconds } from './reportSeconds.ts';

const WORKERS = 2;
const BARE_S = 5;
const ROUNDS = 3;
const CLIP = process.argv.find((a) => a.endsWith('.mp4')) ?? demoFile('demo_before_left60.mp4');
const LONG = !process.argv.includes('--no-memory');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'openstride bench '));

/** Frames per second of session.run alone on as many processes as the engine has workers. */
async function bareRate(networkFile: string): Promise<number> {
  const script = fileURLToPath(new URL('./bareNetwork.ts', import.meta.url));
  const children = Array.from({ length: WORKERS }, () => fork(script, [networkFile, String(BARE_S)]));
  await Promise.all(children.map((child) => message(child)));
  for (const child of children) child.send('go');
  const counts = (await Promise.all(children.map((child) => message(child)))) as { runs: number; seconds: number }[];
  return counts.reduce((sum, c) => sum + c.runs / c.seconds, 0);
}

function message(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
  });
}

/** Seconds that decoding and cropping a frame take when nothing else runs. */
async function aloneSeconds(file: string): Promise<{ decodeS: number; cropS: number }> {
  const probe = await probeVideo(file);
  const size = { widthPx: 640, heightPx: Math.round((640 * probe.heightPx) / probe.widthPx / 2) * 2 };
  const began = performance.now();
  let frames = 0;
  let cropMs = 0;
  const pixels = new Uint8Array(LANDMARK_SIZE_PX ** 2 * 3);
  for await (const { data } of decodeVideo(probe, size)) {
    const start = performance.now();
    cropRegion(
      { ...size, data },
      { centreXPx: 320, centreYPx: size.heightPx / 2, sidePx: 307, rotationRad: 0.1 },
      pixels,
    );
    cropMs += performance.now() - start;
    frames++;
  }
  return { decodeS: (performance.now() - began - cropMs) / 1000 / frames, cropS: cropMs / 1000 / frames };
}

interface Round {
  readonly bare: number;
  readonly seconds: number;
  readonly networkS: number;
}

/** The bare network before and after the film, so that a machine that slows down meanwhile is not counted against either. */
async function round(networkFile: string, probe: VideoProbe): Promise<Round> {
  const before = await bareRate(networkFile);
  const engine = await PoseEngine.start({ model: 'heavy', workers: WORKERS });
  const began = performance.now();
  await engine.estimate(probe);
  const seconds = (performance.now() - began) / 1000;
  const networkS = engine.pool.networkMs / 1000;
  engine.close();
  return { bare: (before + (await bareRate(networkFile))) / 2, seconds, networkS };
}

async function speed(): Promise<void> {
  const models = await ensureModels();
  const probe = await probeVideo(CLIP);
  const rounds: Round[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await round(models.heavy.path, probe));
  const alone = await aloneSeconds(CLIP);
  const ratio = (r: Round) => probe.frames / r.seconds / r.bare;
  const middle = rounds.toSorted((a, b) => ratio(a) - ratio(b))[ROUNDS >> 1];
  const coreS = middle.seconds * WORKERS;
  const share = (s: number) => `${((100 * s) / coreS).toFixed(1)} %`;
  print([
    [
      'film',
      `${path.basename(CLIP)}, ${probe.frames} frames, ${probe.widthPx} × ${probe.heightPx}, ${probe.rateHz.toFixed(1)}/s`,
    ],
    [`bare network, heavy, ${WORKERS} workers, frames/s`, middle.bare.toFixed(1)],
    ['end to end (film → landmarks), frames/s', (probe.frames / middle.seconds).toFixed(1)],
    [
      'end to end ÷ bare network, median',
      `${ratio(middle).toFixed(3)} (rounds: ${rounds.map((r) => ratio(r).toFixed(3)).join(', ')})`,
    ],
    ['share of processor time: both networks', share(middle.networkS)],
    ['share: decoding (measured alone)', share(alone.decodeS * probe.frames)],
    ['share: cropping (measured alone)', share(alone.cropS * probe.frames)],
    ['share: the rest', share(coreS - middle.networkS - (alone.decodeS + alone.cropS) * probe.frames)],
  ]);
}

/** Film to PDF from outside, as a person waits for it, against the network's own time for as many frames. */
async function wait(): Promise<void> {
  const models = await ensureModels();
  const bare = await bareRate(models.heavy.path);
  const probe = await probeVideo(CLIP);
  const { seconds } = await peakOf(CLIP);
  print([
    [`film → PDF of ${probe.durationS.toFixed(0)} s at ${probe.rateHz.toFixed(0)}/s, s`, seconds.toFixed(1)],
    ['the network alone for as many frames, s', (probe.frames / bare).toFixed(1)],
    ['ratio', (seconds / (probe.frames / bare)).toFixed(2)],
  ]);
}

/** The fixture repeated without re-encoding until it is long enough. */
async function loop(seconds: number): Promise<string> {
  const { path: ffmpeg } = await findFfmpeg();
  const out = path.join(scratch, `loop ${seconds} s.mp4`);
  await run(ffmpeg, [
    '-v',
    'error',
    '-y',
    '-stream_loop',
    '-1',
    '-i',
    path.join(ROOT, 'test/fixtures/dev06_run_yaw10_30.mp4'),
    '-t',
    String(seconds),
    '-c',
    'copy',
    out,
  ]);
  return out;
}

function run(command: string, args: string[], watch?: (pid: number) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const timer = watch && setInterval(() => watch(child.pid!), 200);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(timer);
      resolve(code ?? 1);
    });
  });
}

/** Peak memory of `openstride analyze` with all its processes, and how long it took. */
async function peakOf(file: string): Promise<{ bytes: number; seconds: number }> {
  let bytes = 0;
  const began = performance.now();
  const cli = path.join(ROOT, 'electron/cli.ts');
  const args = [
    cli,
    'analyze',
    file,
    '--out',
    path.join(scratch, path.basename(file, '.mp4')),
    '--workers',
    String(WORKERS),
  ];
  const code = await run(process.execPath, args, (pid) => {
    bytes = Math.max(bytes, memoryBytes(pid));
  });
  if (code !== 0) throw new Error(`openstride analyze ended with ${code}.`);
  return { bytes, seconds: (performance.now() - began) / 1000 };
}

async function memory(): Promise<void> {
  const short = await peakOf(await loop(10));
  const long = await peakOf(await loop(300));
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  print([
    ['peak memory, 10 s film, film → PDF', `${mb(short.bytes)} (${short.seconds.toFixed(1)} s)`],
    ['peak memory, 5 min film, film → PDF', `${mb(long.bytes)} (${long.seconds.toFixed(1)} s)`],
    ['5 min ÷ 10 s', (long.bytes / short.bytes).toFixed(3)],
  ]);
}

async function paper(): Promise<void> {
  const { firstS, nextS } = await reportSeconds();
  print([
    ['report of a session with two clips → PDF, with the browser’s start, s', firstS.toFixed(1)],
    ['the next one, s', nextS.toFixed(1)],
  ]);
}

function print(rows: readonly (readonly [string, string])[]): void {
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) process.stdout.write(`${name.padEnd(width)}  ${value}\n`);
}

try {
  await paper();
  await speed();
  await wait();
  if (LONG && process.platform === 'linux') await memory();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
