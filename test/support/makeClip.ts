// Makes the films of the real world at test time, good ones and bad ones, small, out of the fixtures, by ffmpeg itself.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { COUNTER_SOURCE } from './frameCounter.ts';

/** The bundled 2018 build: the only ffmpeg every machine that runs the tests has, so every clip is the same everywhere. */
export const BUNDLED_FFMPEG: string = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg').path;

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

export interface ClipSource {
  /** File in test/fixtures, or `counter` for stripes that number every frame (frameCounter.ts). */
  readonly fixture: string;
  /** Length taken from its beginning, s. */
  readonly durationS: number;
  /** Picture height, px; the width follows. Even. */
  readonly heightPx: number;
}

const SOURCE_DEFAULTS: ClipSource = { fixture: 'dev01_run_before_right60.mp4', durationS: 2, heightPx: 360 };

/** How to make one kind of film: a file name, ffmpeg's arguments around the fixture, and what is then done to the bytes. */
interface Recipe {
  readonly name: string;
  /** In place of the fixture. */
  readonly input?: readonly string[];
  /** Filters after scaling. */
  readonly filter?: string;
  readonly output?: readonly string[];
  /** Written into the file as the turn that makes it upright, clockwise, in a second pass that copies the packets. */
  readonly turnDeg?: number;
  readonly spoil?: (bytes: Buffer) => Buffer;
  /** Written as it is, without ffmpeg. */
  readonly bytes?: string;
  /** Not shortened to durationS. */
  readonly whole?: true;
  readonly folder?: true;
  readonly missing?: true;
}

const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-bf', '2', '-g', '30', '-pix_fmt', 'yuv420p'];
const INDEX_FIRST = ['-movflags', '+faststart'];
const TONE = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=4'];

/** A file cut off after this share of its bytes, as when copying was interrupted. */
const KEPT_WHEN_CUT = 0.6;

const RECIPES = {
  /** As most phones film: H.264 with B-frames in mp4. */
  plain: { name: 'plain.mp4', output: H264 },
  /** Stored lying, with a tag that says how to turn it (clockwise, in degrees). */
  rotated90: { name: 'rotated90.mp4', filter: 'transpose=cclock', output: H264, turnDeg: 90 },
  rotated180: { name: 'rotated180.mp4', filter: 'hflip,vflip', output: H264, turnDeg: 180 },
  rotated270: { name: 'rotated270.mp4', filter: 'transpose=clock', output: H264, turnDeg: 270 },
  /** Every seventh frame missing and the rest unevenly spaced, on a fine clock. */
  variableRate: {
    name: 'variable rate.mp4',
    filter: "select='not(eq(mod(n,7),3))',settb=1/90000,setpts='PTS+mod(N,5)*230'",
    output: [...H264, '-vsync', '0', '-video_track_timescale', '90000'],
  },
  hevc: {
    name: 'hevc.mov',
    output: ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=1:bframes=3', '-tag:v', 'hvc1'],
  },
  tenBit: { name: 'ten bit.mov', output: ['-c:v', 'prores_ks', '-profile:v', '0'] },
  /** Both sides odd. */
  oddSize: { name: 'odd.mp4', filter: 'scale=721:405', output: [...H264, '-pix_fmt', 'yuv444p'] },
  /** Pixels a third wider than high: stored 480 × 360 for a picture of 640 × 360. */
  anamorphic: { name: 'anamorphic.mp4', filter: 'scale=480:360,setsar=4/3', output: H264 },
  /** Starts between two key frames, by an edit list. */
  editList: {
    name: 'edit list.mp4',
    filter: 'setpts=PTS-0.71/TB',
    output: [...H264, '-vsync', '0', '-avoid_negative_ts', 'disabled'],
  },
  /** The picture begins five seconds into the file. */
  lateStart: { name: 'late start.mkv', output: [...H264, '-output_ts_offset', '5'] },
  /** 240 frames/s in a file that plays 30, as Android writes it. */
  slowMotionTag: {
    name: 'slow motion.mp4',
    filter: 'setpts=2*PTS',
    output: [...H264, '-r', '30', '-movflags', 'use_metadata_tags', '-metadata', 'com.android.capture.fps=240.000000'],
  },
  interlaced: { name: 'interlaced.mp4', filter: 'interlace', output: [...H264, '-flags', '+ildct+ilme'] },
  matroska: { name: 'matroska.mkv', output: H264 },
  webm: { name: 'web.webm', output: ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '800k'] },
  /** With frames that are stored and never shown. */
  vp8: {
    name: 'hidden frames.webm',
    output: [
      '-c:v',
      'libvpx',
      '-b:v',
      '600k',
      '-auto-alt-ref',
      '1',
      '-lag-in-frames',
      '16',
      '-arnr-maxframes',
      '5',
      '-cpu-used',
      '5',
    ],
  },
  avi: { name: 'old.avi', output: ['-c:v', 'mpeg4', '-bf', '2', '-q:v', '4'] },
  transportStream: { name: 'stream.ts', output: H264 },
  /** Sound that goes on after the picture. */
  longSound: {
    name: 'long sound.mp4',
    whole: true,
    filter: 'trim=duration=2',
    input: ['FIXTURE', ...TONE],
    output: [...H264, '-c:a', 'aac', '-map', '0:v', '-map', '1:a'],
  },
  twoFrames: { name: 'two frames.mp4', output: [...H264, '-frames:v', '2'] },
  audioOnly: { name: 'sound.mp4', input: TONE, output: ['-c:a', 'aac'] },
  /** Sound with a picture on the cover. */
  coverArt: {
    name: 'cover.mp4',
    input: ['FIXTURE', ...TONE],
    output: [
      '-map',
      '1:a',
      '-map',
      '0:v',
      '-c:a',
      'aac',
      '-c:v',
      'mjpeg',
      '-frames:v',
      '1',
      '-disposition:v',
      'attached_pic',
    ],
  },
  /** Index at the front, the last 40 % of the bytes missing. */
  truncated: { name: 'truncated.mp4', output: [...H264, ...INDEX_FIRST], spoil: cutOff },
  /** Index at the end, and so lost. */
  truncatedIndex: { name: 'truncated index.mp4', output: H264, spoil: cutOff },
  truncatedMatroska: { name: 'truncated.mkv', output: H264, spoil: cutOff },
  /** Complete, with a stretch of rubbish in the middle. */
  damaged: { name: 'damaged.mp4', output: [...H264, ...INDEX_FIRST], spoil: scribble },
  /** A test card: moves, but nobody is in it. */
  noPerson: { name: 'no person.mp4', input: ['-f', 'lavfi', '-i', 'testsrc=size=640x360:rate=60'], output: H264 },
  /** The lowest third of the picture is missing. */
  feetCutOff: { name: 'feet cut off.mp4', filter: 'crop=iw:2*trunc(ih/3):0:0', output: H264 },
  textFile: { name: 'text.mp4', bytes: 'Dear colleague, please find the film attached.\n'.repeat(40) },
  playlist: { name: 'playlist.mp4', bytes: '#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/film.ts\n#EXT-X-ENDLIST\n' },
  empty: { name: 'empty.mp4', bytes: '' },
  folder: { name: 'folder.mp4', folder: true },
  missing: { name: 'missing.mp4', missing: true },
} as const satisfies Readonly<Record<string, Recipe>>;

export type ClipKind = keyof typeof RECIPES;
export const CLIP_KINDS = Object.keys(RECIPES) as ClipKind[];

const made = new Map<string, Promise<string>>();
let room: string | null = null;

/**
 * The path of a small film of one kind, made when first asked for. It lies in a folder whose name has a space and an
 * accent, which is removed when the process ends; do not write to the file, copy it.
 */
export function makeClip(kind: ClipKind, source: Partial<ClipSource> = {}): Promise<string> {
  const full = { ...SOURCE_DEFAULTS, ...source };
  const key = JSON.stringify([kind, full]);
  const known = made.get(key) ?? produce(RECIPES[kind], full);
  made.set(key, known);
  return known;
}

async function produce(recipe: Recipe, source: ClipSource): Promise<string> {
  const path = join(mkdtempSync(join(clipRoom(), 'clip ')), recipe.name);
  if (recipe.missing) return path;
  if (recipe.folder) mkdirSync(path);
  else if (recipe.bytes !== undefined) writeFileSync(path, recipe.bytes);
  else await runBundled(recipeArgs(recipe, source, path));
  if (recipe.turnDeg !== undefined) await tagTurn(path, recipe.turnDeg);
  if (recipe.spoil) writeFileSync(path, recipe.spoil(readFileSync(path)));
  return path;
}

function recipeArgs(recipe: Recipe, source: ClipSource, path: string): string[] {
  const fixture =
    source.fixture === 'counter' ? ['-f', 'lavfi', '-i', COUNTER_SOURCE] : ['-i', join(FIXTURES, source.fixture)];
  const input = (recipe.input ?? ['FIXTURE']).flatMap((arg) => (arg === 'FIXTURE' ? fixture : [arg]));
  const hasPicture = recipe.input !== TONE;
  const filters = [`scale=-2:${source.heightPx}`, ...(recipe.filter ? [recipe.filter] : [])].join(',');
  const picture = hasPicture ? ['-vf', filters] : [];
  const length = recipe.whole ? [] : ['-t', String(source.durationS)];
  return [...input, ...picture, ...length, ...(recipe.output ?? []), path];
}

/** On output, the bundled build takes `rotate` anticlockwise. */
async function tagTurn(path: string, turnDeg: number): Promise<void> {
  const lying = `${path}.lying.mp4`;
  renameSync(path, lying);
  await runBundled(['-i', lying, '-c', 'copy', '-metadata:s:v', `rotate=${360 - turnDeg}`, path]);
  rmSync(lying);
}

async function runBundled(args: readonly string[]): Promise<void> {
  await promisify(execFile)(BUNDLED_FFMPEG, ['-nostdin', '-loglevel', 'error', '-y', ...args]);
}

function clipRoom(): string {
  if (room === null) {
    const made = mkdtempSync(join(tmpdir(), 'OpenStride clips é '));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    room = made;
  }
  return room;
}

function cutOff(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length * KEPT_WHEN_CUT));
}

function scribble(bytes: Buffer): Buffer {
  const spoilt = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  for (let i = 0; i < bytes.length / 20; i++) spoilt[middle + i] = (i * 73) & 255;
  return spoilt;
}
