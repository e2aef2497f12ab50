// Every command line given to ffmpeg keeps the promises the rest of the room relies on.
import { describe, expect, it } from 'vitest';
import {
  decodeArgs,
  type FramesRequest,
  grabArgs,
  listFramesArgs,
  listPacketsArgs,
  tryFramesArgs,
} from '../../../electron/video/ffmpegArgs.ts';

const request: FramesRequest = {
  file: '/films/été 1.mp4',
  major: 4,
  rotationDeg: 0,
  widthPx: 640,
  heightPx: 360,
  shrinks: true,
  threads: 1,
  seekS: null,
  fromS: null,
  toS: null,
};

const all: readonly (readonly [string, string[]])[] = [
  ['listing packets', listPacketsArgs(request.file)],
  ['listing frames', listFramesArgs(request.file, 4)],
  ['trying frames', tryFramesArgs(request.file, 4, 8)],
  ['decoding', decodeArgs(request)],
  ['grabbing', grabArgs(request, [[0, 0.1]])],
];

const filterOf = (args: readonly string[]) => args[args.indexOf('-vf') + 1] ?? '';

describe.each(all)('%s', (_name, args) => {
  it('opens one local file, whatever stands in it or in its name', () => {
    const input = args.indexOf('-i');
    expect(args[input + 1]).toBe('file:/films/été 1.mp4');
    expect(args.slice(0, input).join(' ')).toContain('-protocol_whitelist file');
  });

  it('keeps the file’s own times and leaves the turning to us', () => {
    const before = args.slice(0, args.indexOf('-i'));
    expect(before).toContain('-copyts');
    expect(before).toContain('-noautorotate');
  });

  it('never waits for a keyboard and takes no cover image for the film', () => {
    expect(args).toContain('-nostdin');
    expect(args[args.indexOf('-map') + 1]).toBe('0:V:0');
  });
});

describe('one frame out for each frame in', () => {
  it.each([
    [4, ['-vsync', '0']],
    [5, ['-vsync', '0']],
    [6, ['-fps_mode', 'passthrough']],
    [8, ['-fps_mode', 'passthrough']],
    [null, ['-fps_mode', 'passthrough']],
  ])('ffmpeg %s is told so in its own words', (major, words) => {
    expect(decodeArgs({ ...request, major }).join(' ')).toContain(words.join(' '));
  });
});

describe('upright and scaled', () => {
  it('an upright film is averaged down and turned into rgb24', () => {
    expect(filterOf(decodeArgs(request))).toBe(
      "select='1+0*print(t)',scale=640:360:flags=area,format=yuv420p,setsar=1,scale=flags=fast_bilinear,format=rgb24",
    );
  });

  it.each([
    [90, 'scale=360:640', 'transpose=clock'],
    [180, 'scale=640:360', 'hflip,vflip'],
    [270, 'scale=360:640', 'transpose=cclock'],
  ] as const)('a film lying by %i° is scaled first and turned after', (rotationDeg, scale, turn) => {
    const filter = filterOf(decodeArgs({ ...request, rotationDeg }));
    expect(filter).toContain(`${scale}:flags=area`);
    expect(filter.indexOf(turn)).toBeGreaterThan(filter.indexOf(scale));
  });

  it('a film that must grow is interpolated', () => {
    expect(filterOf(decodeArgs({ ...request, shrinks: false }))).toContain('flags=bicubic');
  });
});

describe('a part of the film', () => {
  it('is cut out before the times are printed, so that only its frames are counted', () => {
    const filter = filterOf(decodeArgs({ ...request, fromS: 2.5, toS: 4 }));
    expect(filter).toMatch(/^trim=start=2\.500000:end=4\.000000,select='1\+0\*print\(t\)',/);
  });

  it('is jumped to by the file’s own time', () => {
    const args = decodeArgs({ ...request, seekS: 7.25 });
    const jump = '-noaccurate_seek -seek_timestamp 1 -ss 7.250000';
    expect(args.slice(0, args.indexOf('-i')).join(' ')).toContain(jump);
  });

  it('single frames are chosen by the time around each', () => {
    const filter = filterOf(
      grabArgs(request, [
        [0.1, 0.2],
        [1.5, 1.6],
      ]),
    );
    expect(filter).toContain('between(t,0.100000,0.200000)+between(t,1.500000,1.600000)');
  });
});
