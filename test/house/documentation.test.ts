// Every file opens with a sentence, and everything a room offers says what it is.
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './sourceFiles.ts';

const FOLDERS = ['core', 'electron', 'renderer', 'models'];
const EXPORT = /^export (?:default )?(?:async )?(?:abstract )?(?:function\*?|class) (\w+)/;

/** Exported functions and classes without a comment right above them; a component with its file's name has the file's sentence. */
function undocumented(text: string, file = ''): string[] {
  const lines = text.split('\n');
  const component = /(\w+)\.tsx$/.exec(file)?.[1];
  return lines.flatMap((line, i) => {
    const name = EXPORT.exec(line)?.[1];
    return name && name !== component && !/\*\/\s*$/.test(lines[i - 1] ?? '') ? [name] : [];
  });
}

describe('documentation', () => {
  it('sees an export without a comment', () => {
    expect(undocumented('/** Fine. */\nexport function a() {}\n\nexport class B {}\n')).toEqual(['B']);
  });

  it('every file opens with a sentence about itself', () => {
    const silent = FOLDERS.flatMap((f) => sourceFiles(f)).filter(
      (s) => !/^(#!.*\n)?(\/\/ \S|\/\*\*? ?\n? ?\*? ?\S)/.test(s.text),
    );
    expect(silent.map((s) => s.file)).toEqual([]);
  });

  it('every exported function and class is documented', () => {
    const missing = FOLDERS.flatMap((f) => sourceFiles(f)).flatMap((s) =>
      undocumented(s.text, s.file).map((name) => `${s.file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });
});
