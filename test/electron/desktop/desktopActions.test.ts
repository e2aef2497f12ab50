// The system's dialogs, as the page asks for them through the real main process.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningMain, startMain } from '../../support/startMain.ts';

let main: RunningMain;
beforeAll(async () => {
  main = await startMain();
});
afterAll(() => main.stop());
beforeEach(() => {
  main.fake.machine.asked.length = 0;
});

/** Asks once, with what the clinician answers. */
async function ask(action: object, answer: object) {
  main.fake.machine.answers.push(answer);
  const given = await main.ask(action);
  return { given, asked: main.fake.machine.asked[0] };
}

describe('dialogs', () => {
  it('films: any number of them, whatever the case of their ending', async () => {
    const two = { canceled: false, filePaths: ['/a/1.mp4', '/a/2.MOV'] };
    const { given, asked } = await ask({ kind: 'choose-films' }, two);
    expect(given).toEqual(two.filePaths);
    expect(asked).toMatchObject({ what: 'open', details: { properties: ['openFile', 'multiSelections'] } });
    const { extensions } = (asked.details as { filters: { extensions: string[] }[] }).filters[0];
    expect(extensions).toEqual(expect.arrayContaining(['mp4', 'MOV', 'mkv']));
    expect((await ask({ kind: 'choose-films' }, { canceled: true, filePaths: [] })).given).toEqual([]);
  });

  it('a place to write to: the page suggests a name and never a folder', async () => {
    const action = { kind: 'choose-save', what: 'report', name: '../../etc/Anna.pdf' };
    const { given, asked } = await ask(action, { canceled: false, filePath: '/home/a/Anna.pdf' });
    expect(given).toBe('/home/a/Anna.pdf');
    expect(asked).toMatchObject({
      what: 'save',
      details: { defaultPath: 'Anna.pdf', filters: [{ extensions: ['pdf'] }] },
    });
    expect((await ask(action, { canceled: true, filePath: '' })).given).toBe(null);
  });

  it('a file or a folder to read', async () => {
    const file = await ask({ kind: 'choose-open', what: 'backup' }, { canceled: false, filePaths: ['/a/backup'] });
    expect(file.given).toBe('/a/backup');
    expect(file.asked).toMatchObject({ details: { properties: ['openFile'] } });
    main.fake.machine.asked.length = 0;
    const folder = await ask({ kind: 'choose-open', what: 'folder' }, { canceled: true, filePaths: [] });
    expect(folder.given).toBe(null);
    expect(folder.asked).toMatchObject({ details: { properties: ['openDirectory'] } });
  });

  it('the file manager shows a file that is there, and nothing else', async () => {
    const file = path.join(main.home, 'report.pdf');
    writeFileSync(file, '');
    expect(await main.ask({ kind: 'show-in-folder', file })).toBe(true);
    expect(main.fake.machine.asked).toEqual([{ what: 'folder', details: file }]);
    expect(await main.ask({ kind: 'show-in-folder', file: `${file}.gone` })).toBe(false);
    expect(await main.ask({ kind: 'show-in-folder', file: 'package.json' })).toBe(false);
  });
});
