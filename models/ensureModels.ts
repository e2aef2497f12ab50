// Makes sure that the ONNX files are there and are the ones of the manifest, converting them when they are not.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GaitError } from '../core/errors.ts';
import { convert } from './convert.ts';
import { NETWORKS, type NetworkEntry, type NetworkName, SOURCE_PACKAGE } from './manifest.ts';
import { builtFolder, fileSha256, sourceFolder } from './modelFiles.ts';
import { readTflite } from './readTflite.ts';
import { writeOnnx } from './writeOnnx.ts';

/** The files to open, all checked. */
export type ModelFiles = Readonly<Record<NetworkName, { readonly path: string; readonly sha256: string }>>;

/** Folders, all absolute; what is left out has the default named beside it. */
export interface EnsureModelsOptions {
  /** A folder with finished files, as in an installed app: they are checked, never made. */
  readonly prebuilt?: string;
  /** Where to build; models/built of this installation when left out. */
  readonly built?: string;
  /** Where the tflite files are; the npm package's folder when left out. */
  readonly sources?: string;
  /** Told about each network that had to be converted. */
  readonly onBuilt?: (name: NetworkName, path: string) => void;
}

/**
 * The four networks, ready to open. Reads and hashes every file (some 30 ms); converts one only when it is missing or
 * is not byte for byte what the manifest says. Safe when two processes do it at once: files appear whole or not at all.
 * @param options folders; without `prebuilt` the environment variable OPENSTRIDE_MODELS counts as it
 * @throws GaitError 'model-missing' when the package or a prebuilt file is not there
 * @throws GaitError 'model-corrupt' when a source, a result or a prebuilt file is not the manifest's
 * @throws GaitError 'disk-full' or 'not-writable' when the result cannot be stored
 */
export async function ensureModels(options: EnsureModelsOptions = {}): Promise<ModelFiles> {
  const prebuilt = options.prebuilt ?? process.env.OPENSTRIDE_MODELS;
  const folder = prebuilt || (options.built ?? builtFolder());
  const ready = (name: NetworkName) => {
    const entry = NETWORKS[name];
    const path = join(folder, entry.file);
    const found = fileSha256(path);
    if (found !== entry.sha256) {
      if (prebuilt) throw notAsShipped(path, found);
      store(path, build(name, entry, options.sources ?? sourceFolder()), entry.sha256);
      options.onBuilt?.(name, path);
    }
    return { path, sha256: entry.sha256 };
  };
  return { lite: ready('lite'), full: ready('full'), heavy: ready('heavy'), detector: ready('detector') };
}

/** One network's ONNX file from its tflite file, both checked against the manifest. */
function build(name: NetworkName, entry: NetworkEntry, sources: string): Uint8Array {
  const source = readSource(join(sources, entry.source.file));
  if (sha256(source) !== entry.source.sha256) {
    throw new GaitError('model-corrupt', `${entry.source.file} is not the file of ${SOURCE_PACKAGE}: run "npm ci".`);
  }
  const wanted = { name, inputName: entry.input.name, outputs: entry.outputs };
  const onnx = writeOnnx(convert(readTflite(source), wanted), {
    licence: entry.licence,
    source: `${SOURCE_PACKAGE}/${entry.source.file}, by The MediaPipe Authors; converted to ONNX by OpenStride`,
  });
  const made = sha256(onnx);
  if (made !== entry.sha256) {
    throw new GaitError('model-corrupt', `${entry.file} came out as ${made}, the manifest says ${entry.sha256}.`);
  }
  return onnx;
}

function readSource(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new GaitError('model-missing', `The network file ${path} is missing: run "npm ci".`, { cause });
  }
}

/** Writes beside the target and renames, so that nobody ever opens half a file. */
function store(path: string, bytes: Uint8Array, expected: string): void {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } catch (cause) {
    if (existsSync(temporary)) rmSync(temporary);
    // Windows refuses to replace a file that another process has open; then that process has just made the same one.
    if (fileSha256(path) === expected) return;
    const full = (cause as NodeJS.ErrnoException).code === 'ENOSPC';
    throw new GaitError(full ? 'disk-full' : 'not-writable', `The network ${path} cannot be stored.`, { cause });
  }
}

function notAsShipped(path: string, found: string | null): GaitError {
  if (found === null) return new GaitError('model-missing', `The network file ${path} is missing: install again.`);
  return new GaitError('model-corrupt', `The network file ${path} is not the one this version shipped: install again.`);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
