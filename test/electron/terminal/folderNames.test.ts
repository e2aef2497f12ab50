// Where each film's results go.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderNames } from '../../../electron/terminal/folderNames.ts';

describe('the folders of results', () => {
  it('one film uses the folder itself', () => {
    expect(folderNames(['x/run.mp4'], 'out')).toEqual([path.resolve('out')]);
  });

  it('several films get one folder each, named for the film', () => {
    expect(folderNames(['x/a.mp4', 'y/b.mov'], 'out')).toEqual([path.resolve('out/a'), path.resolve('out/b')]);
  });

  it('films of the same name are told apart, whatever their case', () => {
    const names = folderNames(['x/Run.mp4', 'y/run.mov', 'z/run.avi'], 'out').map((f) => path.basename(f));
    expect(names).toEqual(['Run', 'run-2', 'run-3']);
  });
});
