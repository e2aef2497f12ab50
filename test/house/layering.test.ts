// core knows nobody; electron and renderer know core and never each other.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, type SourceFile, sourceFiles } from './sourceFiles.ts';

/** Folders of the house that a file reaches, e.g. `electron`; packages come back as `package:name`. */
function reaches({ file, text }: SourceFile): string[] {
  return importsOf(text).map((name) =>
    name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name).split('/')[0] : `package:${name}`,
  );
}

function offenders(folder: string, allowed: (reached: string) => boolean): string[] {
  return sourceFiles(folder).flatMap((source) =>
    reaches(source)
      .filter((reached) => !allowed(reached))
      .map((reached) => `${source.file} → ${reached}`),
  );
}

describe('the layers of the house', () => {
  it('finds imports in every form', () => {
    const text = `import a from './a.ts';\nimport type { B } from "../b.ts";\nexport { c } from 'c';\nconst d = await import('d');\nimport 'e';`;
    expect(importsOf(text).sort()).toEqual(['../b.ts', './a.ts', 'c', 'd', 'e']);
  });

  it('core imports nothing but core', () => {
    expect(sourceFiles('core').length).toBeGreaterThan(10);
    expect(offenders('core', (reached) => reached === 'core')).toEqual([]);
  });

  it('electron never imports the renderer', () => {
    expect(offenders('electron', (reached) => reached !== 'renderer' && reached !== 'test')).toEqual([]);
  });

  it('the renderer never imports electron, Node or the tests', () => {
    const forbidden = (reached: string) => ['electron', 'models', 'test', 'package:electron'].includes(reached);
    expect(offenders('renderer', (reached) => !forbidden(reached) && !reached.startsWith('package:node:'))).toEqual([]);
  });

  it('only the desktop app imports the package electron', () => {
    const found = sourceFiles('electron')
      .filter((s) => importsOf(s.text).includes('electron'))
      .map((s) => s.file)
      .filter((file) => !/^electron\/(main|preload)\.ts$|^electron\/desktop\//.test(file));
    expect(found).toEqual([]);
  });

  it('no file is called utils, misc, helpers, common or index', () => {
    const names = ['core', 'electron', 'renderer', 'models', 'test'].flatMap((f) => sourceFiles(f).map((s) => s.file));
    expect(names.filter((n) => /(^|\/)(utils?|misc|helpers?|common|index)\.tsx?$/.test(n))).toEqual([]);
  });

  it('no source file is longer than 400 lines', () => {
    const long = ['core', 'electron', 'renderer', 'models'].flatMap((folder) =>
      sourceFiles(folder).filter((s) => s.text.split('\n').length > 400),
    );
    expect(long.map((s) => s.file)).toEqual([]);
  });
});
