// Google's own tflite interpreter (LiteRT, compiled to WebAssembly) running in Node: the independent judge of the converter.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import type { CompiledModel, Tensor } from '@litertjs/core';

type LiteRt = typeof import('@litertjs/core');
type Factory = (module: object) => Promise<unknown>;

let loading: Promise<LiteRt> | null = null;

/** A tflite network in LiteRT. */
export interface Interpreter {
  /**
   * @param picture [height × width × 3], channels last as the file wants it
   * @returns every result by its name in the file, in the file's own layout
   */
  run(picture: Float32Array): Promise<ReadonlyMap<string, Float32Array>>;
  close(): void;
}

/** @param file a .tflite file @param size its input's height and width */
export async function openTflite(file: string, size: number): Promise<Interpreter> {
  loading ??= loadInNode();
  const litert = await loading;
  const model = await litert.loadAndCompile(new Uint8Array(readFileSync(file)), { accelerator: 'wasm' });
  return {
    run: (picture) => run(model, new litert.Tensor(picture, [1, size, size, 3])),
    close: () => model.delete(),
  };
}

async function run(model: CompiledModel, input: Tensor): Promise<ReadonlyMap<string, Float32Array>> {
  const results = (await model.run([input])) as Tensor[];
  input.delete();
  return new Map(
    results.map((tensor, i) => {
      const values = Float32Array.from(tensor.toTypedArray() as Float32Array);
      tensor.delete();
      return [model.getOutputDetails()[i].name, values];
    }),
  );
}

/**
 * The package expects a web worker and loads its script with importScripts; its WebAssembly loader itself knows Node. So the
 * two names it asks for are there while it loads, and its notices (no graphics card, no NPU) are kept out of the test's output.
 */
async function loadInNode(): Promise<LiteRt> {
  const litert = await import('@litertjs/core');
  const world = globalThis as unknown as Record<string, unknown>;
  const warn = console.warn;
  world.self = globalThis;
  world.importScripts = (file: string) => {
    world.ModuleFactory = quietFactory(file);
  };
  console.warn = () => {};
  try {
    await litert.loadLiteRt(join(dirname(fileURLToPath(import.meta.resolve('@litertjs/core'))), '..', 'wasm'));
  } finally {
    console.warn = warn;
    delete world.self;
    delete world.importScripts;
  }
  return litert;
}

function quietFactory(file: string): Factory {
  const script = `${readFileSync(file, 'utf8')};return ModuleFactory;`;
  const load = compileFunction(script, ['require', '__filename', '__dirname'], { filename: file });
  const factory = load(createRequire(file), file, dirname(file)) as Factory;
  return (module) => factory({ ...module, print: () => {}, printErr: () => {} });
}
