// Which folder each film's results go into.
import path from 'node:path';

/**
 * One film: the folder that was named. Several: one folder each inside it, named for the film, told apart by a number when
 * two films have the same name (on any file system: upper and lower case do not tell apart).
 */
export function folderNames(files: readonly string[], outDir: string): string[] {
  return files.length === 1 ? [path.resolve(outDir)] : foldersInside(files, outDir);
}

/** One folder for each film inside the one that was named. */
export function foldersInside(files: readonly string[], outDir: string): string[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const stem = path.parse(file).name || 'film';
    let name = stem;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}`;
    taken.add(name.toLowerCase());
    return path.resolve(outDir, name);
  });
}
