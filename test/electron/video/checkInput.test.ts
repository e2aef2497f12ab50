// Each everyday mistake with a file has its own sentence.
import { describe, expect, it } from 'vitest';
import { checkInput, explainOpenError, looksLikeMp4 } from '../../../electron/video/checkInput.ts';
import { makeClip } from '../../support/makeClip.ts';

const systemError = (code: string) => Object.assign(new Error(code), { code });

describe('checkInput', () => {
  it('gives the absolute path of a good file', async () => {
    const path = await makeClip('plain');
    expect(await checkInput(path)).toBe(path);
  });

  it.each([
    ['missing', 'video-not-found', /There is no film at .*check the name/],
    ['folder', 'video-is-folder', /is a folder; name the film inside it/],
    ['empty', 'video-empty', /empty \(0 bytes\); copy it/],
  ] as const)('%s', async (kind, code, message) => {
    await expect(checkInput(await makeClip(kind))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it('a path through a file is no film either', async () => {
    const inside = `${await makeClip('plain')}/film.mp4`;
    await expect(checkInput(inside)).rejects.toMatchObject({ code: 'video-not-found' });
  });

  it.skipIf(process.platform === 'win32')('a device is not a film', async () => {
    await expect(checkInput('/dev/null')).rejects.toMatchObject({
      code: 'video-unreadable',
      message: expect.stringMatching(/device/),
    });
  });

  it('a file one may not read says so, and a failing disk says that', () => {
    expect(explainOpenError('/films/a.mp4', systemError('EACCES'))).toMatchObject({
      code: 'video-unreadable',
      message: expect.stringMatching(/a\.mp4 may not be read by this user; change its permissions/),
    });
    expect(explainOpenError('/films/a.mp4', systemError('EIO')).message).toMatch(/from the disk \(EIO\)/);
  });
});

describe('looksLikeMp4', () => {
  it('goes by the content, not by the name', async () => {
    expect(await looksLikeMp4(await makeClip('plain'))).toBe(true);
    expect(await looksLikeMp4(await makeClip('truncatedIndex'))).toBe(true);
    expect(await looksLikeMp4(await makeClip('textFile'))).toBe(false);
    expect(await looksLikeMp4(await makeClip('empty'))).toBe(false);
  });
});
