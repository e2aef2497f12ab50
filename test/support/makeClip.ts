// Makes small films of every kind at test time, out of the fixtures, by ffmpeg itself, and keeps them for the next run.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type ClipKind, RECIPES, type Recipe, TONE } from './clipRecipes.ts';
import { COUNTER_SOURCE } from './frameCounter.ts';

export type { ClipKind } from './clipRecipes.ts';

/** The bundled 2018 build: the only ffmpeg every machine that runs the tests has, so every clip is the same everywhere. */
export const BUNDLED_FFMPEG: string = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg').path;

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
/** A name with a space and an accent, so that every test sees one. `npm ci` empties it. */
const ROOM = fileURLToPath(new URL('../../node_modules/.cache/OpenStride clips é/', import.meta.url));

export interface ClipSource {
  /** File in test/fixtures, or `counter` for stripes that number every frame (frameCounter.ts). */
  readonly fixture: string;
  /** Length taken from its beginning, s. */
  readonly durationS: number;
  /** Picture height, px; the width follows. Even. */
  readonly heightPx: number;
}

const SOURCE_DEFAULTS: ClipSource = { fixture: 'dev01_run_before_right60.mp4', durationS: 2, heightPx: 360 };

/**
 * The path of a small film of one kind, made when it is first asked for. Do not write to it: other tests use the same file.
 * @returns for `missing` a path where there is nothing
 */
export async function makeClip(kind: ClipKind, source: Partial<ClipSource> = {}): Promise<string> {
  const recipe: Recipe = RECIPES[kind];
  const full = { ...SOURCE_DEFAULTS, ...source };
  const said = JSON.stringify([recipe, recipe.spoil?.toString(), full, COUNTER_SOURCE]);
  const folder = join(ROOM, createHash('sha256').update(said).digest('hex').slice(0, 12));
  if (!existsSync(folder)) await produce(recipe, full, folder);
  return join(folder, recipe.name);
}

/** Into a folder of its own first, which gets its name when it is complete: test files run side by side. */
async function produce(recipe: Recipe, source: ClipSource, folder: string): Promise<void> {
  mkdirSync(ROOM, { recursive: true });
  const workshop = mkdtempSync(join(ROOM, 'making '));
  await write(recipe, source, join(workshop, recipe.name));
  try {
    renameSync(workshop, folder);
  } catch (error) {
    rmSync(workshop, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another test was quicker
  }
}

async function write(recipe: Recipe, source: ClipSource, path: string): Promise<void> {
  if (recipe.missing) return;
  if (recipe.folder) mkdirSync(path);
  else if (recipe.bytes !== undefined) writeFileSync(path, recipe.bytes);
  else await runBundled(recipeArgs(recipe, source, path));
  if (recipe.turnDeg !== undefined) await tagTurn(path, recipe.turnDeg);
  if (recipe.spoil) writeFileSync(path, recipe.spoil(readFileSync(path)));
}

function recipeArgs(recipe: Recipe, source: ClipSource, path: string): string[] {
  const fixture =
    source.fixture === 'counter' ? ['-f', 'lavfi', '-i', COUNTER_SOURCE] : ['-i', join(FIXTURES, source.fixture)];
  const input = (recipe.input ?? ['FIXTURE']).flatMap((arg) => (arg === 'FIXTURE' ? fixture : [arg]));
  const loop = recipe.repeat ? ['-stream_loop', '-1'] : [];
  const filters = [`scale=-2:${source.heightPx}`, ...(recipe.filter ? [recipe.filter] : [])].join(',');
  const picture = recipe.repeat || recipe.input === TONE ? [] : ['-vf', filters];
  const length = recipe.whole ? [] : ['-t', String(source.durationS)];
  return [...loop, ...input, ...picture, ...length, ...(recipe.output ?? []), path];
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
