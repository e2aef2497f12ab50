// The ffmpeg used is the first that runs, and the app knows which.
import { afterEach, describe, expect, it } from 'vitest';
import {
  findFfmpeg,
  firstThatRuns,
  listCandidates,
  outsideAsar,
  parseVersion,
} from '../../../electron/video/findFfmpeg.ts';
import { BUNDLED_FFMPEG } from '../../support/makeClip.ts';

const asked = process.env.OPENSTRIDE_FFMPEG;

afterEach(() => {
  if (asked === undefined) delete process.env.OPENSTRIDE_FFMPEG;
  else process.env.OPENSTRIDE_FFMPEG = asked;
});

describe('which ffmpeg is taken', () => {
  it('the one that OPENSTRIDE_FFMPEG names, and nothing else', () => {
    const candidates = listCandidates({ OPENSTRIDE_FFMPEG: '/opt/ffmpeg', PATH: '/usr/bin' });
    expect(candidates).toEqual([{ source: 'OPENSTRIDE_FFMPEG', path: '/opt/ffmpeg' }]);
  });

  it('without it the packaged ones and PATH, in the order promised', () => {
    const order = ['ffmpeg-static', 'PATH', '@ffmpeg-installer/ffmpeg'];
    const sources = listCandidates({ ...process.env, OPENSTRIDE_FFMPEG: undefined }).map(
      (candidate) => candidate.source,
    );
    expect(sources).toEqual(order.filter((source) => sources.some((s) => s === source)));
    expect(sources).toContain('@ffmpeg-installer/ffmpeg');
  });

  it('an empty PATH holds no ffmpeg, not the one of the current folder', () => {
    expect(listCandidates({ PATH: '' }).map((candidate) => candidate.source)).not.toContain('PATH');
  });

  it('one that does not run is passed over', async () => {
    const ffmpeg = await firstThatRuns([
      { source: 'ffmpeg-static', path: '/no/such/ffmpeg' },
      { source: 'PATH', path: process.execPath },
      { source: '@ffmpeg-installer/ffmpeg', path: BUNDLED_FFMPEG },
    ]);
    expect(ffmpeg).toEqual({
      source: '@ffmpeg-installer/ffmpeg',
      path: BUNDLED_FFMPEG,
      version: expect.stringMatching(/\S/),
      major: expect.any(Number),
    });
  });

  it('none at all says what to install', async () => {
    await expect(firstThatRuns([])).rejects.toMatchObject({
      code: 'ffmpeg-missing',
      message: expect.stringMatching(/No working ffmpeg.*install ffmpeg.*OPENSTRIDE_FFMPEG/),
    });
  });

  it('a wrong OPENSTRIDE_FFMPEG is named instead of being ignored', async () => {
    process.env.OPENSTRIDE_FFMPEG = '/no/such/ffmpeg';
    const failure = { code: 'ffmpeg-missing', message: expect.stringMatching(/\/no\/such\/ffmpeg/) };
    await expect(findFfmpeg()).rejects.toMatchObject(failure);
  });

  it('the answer is kept until OPENSTRIDE_FFMPEG changes', async () => {
    delete process.env.OPENSTRIDE_FFMPEG;
    const first = await findFfmpeg();
    expect(await findFfmpeg()).toBe(first);
    process.env.OPENSTRIDE_FFMPEG = BUNDLED_FFMPEG;
    expect(await findFfmpeg()).toMatchObject({ source: 'OPENSTRIDE_FFMPEG', path: BUNDLED_FFMPEG });
  });

  it('inside an Electron archive the copy beside it is run', () => {
    expect(outsideAsar('/app/resources/app.asar/node_modules/ffmpeg-static/ffmpeg')).toBe(
      '/app/resources/app.asar.unpacked/node_modules/ffmpeg-static/ffmpeg',
    );
    expect(outsideAsar('C:\\app\\app.asar\\ffmpeg.exe')).toBe('C:\\app\\app.asar.unpacked\\ffmpeg.exe');
    expect(outsideAsar('/app/app.asar.unpacked/ffmpeg')).toBe('/app/app.asar.unpacked/ffmpeg');
  });
});

describe('versions as ffmpeg builds print them', () => {
  it.each([
    ['ffmpeg version 7.0.2-static https://johnvansickle.com/ffmpeg/  Copyright (c) 2000-2024', '7.0.2-static', 7],
    ['ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026 the FFmpeg developers', '5.1.9-0+deb12u1', 5],
    ['ffmpeg version n8.0 Copyright (c) 2000-2025 the FFmpeg developers', 'n8.0', 8],
    [
      'ffmpeg version 6.0-essentials_build-www.gyan.dev Copyright (c) 2000-2023',
      '6.0-essentials_build-www.gyan.dev',
      6,
    ],
    [
      'ffmpeg version N-47683-g0e8eb07980-static https://…\nlibavutil      56. 24.101 / 56. 24.101',
      'N-47683-g0e8eb07980-static',
      4,
    ],
    [
      'ffmpeg version 2025-11-10-git-133a0bcb13-full_build\nlibavutil      60. 16.100 / 60. 16.100',
      '2025-11-10-git-133a0bcb13-full_build',
      8,
    ],
    ['ffmpeg version unknown Copyright', 'unknown', null],
  ])('%s', (text, version, major) => {
    expect(parseVersion(text)).toEqual({ version, major });
  });

  it('another program is not taken for ffmpeg', () => {
    expect(() => parseVersion('v24.21.0')).toThrow(/not ffmpeg/);
  });
});
