// Reads the project's own source files for the tests that guard the house.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** Every TypeScript file below a folder of the project. @param folder from the project's root, e.g. `core` */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${path.sep}built${path.sep}`))
    .map((file) => ({ file: path.relative(ROOT, file).split(path.sep).join('/'), text: readFileSync(file, 'utf8') }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What a file imports, static and dynamic, as written. */
export function importsOf(text: string): string[] {
  // The word inside a text, such as the name of a call, imports nothing.
  const patterns = [
    /(?<!['".])(?:import|export)\s[^'"();]*?from\s*['"]([^'"]+)['"]/g,
    /(?<!['".])import\s*\(?\s*['"]([^'"]+)['"]/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((m) => m[1]));
}
