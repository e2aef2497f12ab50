// ffmpeg's own words, recorded from builds of 2018 to 2024, are read the same way.
import { describe, expect, it } from 'vitest';
import {
  parseFrameTimes,
  parseMedia,
  parsePackets,
  saysCutOff,
  showsFields,
} from '../../../electron/video/parseProbe.ts';

/** Built around one recorded line, as every version prints it. */
const film = (stream: string, below = '', container = 'mov,mp4,m4a,3gp,3g2,mj2') => `
Input #0, ${container}, from 'file:/films/1.mp4':
  Metadata:
    major_brand     : isom
  Duration: 00:01:02.50, start: 0.000000, bitrate: 747 kb/s
${stream}
    Metadata:
      handler_name    : VideoHandler
${below}
Stream mapping:
  Stream #0:0 -> #0:0 (copy)
Output #0, framecrc, to 'pipe:1':
  Stream #0:0(und): Video: h264 (High) (avc1 / 0x31637661), yuv420p, 11x22, q=2-31, 60 fps, 60 tbr, 15360 tbn (default)
`;

const OLD_LINE =
  '    Stream #0:0(und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709), 1280x720, 645 kb/s, 60 fps, 60 tbr, 15360 tbn, 120 tbc (default)';
const NEW_LINE =
  '  Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709, progressive), 1280x720, 645 kb/s, 60 fps, 60 tbr, 15360 tbn (default)';

const video = (stream: string, below?: string) => parseMedia(film(stream, below)).video;

describe('the stream of pictures', () => {
  it.each([
    ['2018', OLD_LINE],
    ['5.1', NEW_LINE],
  ])('as %s prints it', (_version, line) => {
    expect(parseMedia(film(line))).toEqual({
      container: 'mov,mp4,m4a,3gp,3g2,mj2',
      durationS: 62.5,
      video: {
        codec: 'h264',
        widthPx: 1280,
        heightPx: 720,
        pixelAspect: 1,
        rotationDeg: 0,
        interlaced: false,
        endS: null,
      },
      hasAudio: false,
      captureHz: null,
    });
  });

  it('an iPhone’s HEVC in HDR, sound first', () => {
    const text = film(
      '  Stream #0:0[0x1](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, stereo, fltp, 175 kb/s (default)\n' +
        '  Stream #0:1[0x2](und): Video: hevc (Main 10) (hvc1 / 0x31637668), yuv420p10le(tv, bt2020nc/bt2020/arib-std-b67, progressive), 1920x1080, 8372 kb/s, 59.96 fps, 60 tbr, 600 tbn (default)',
      '    Side data:\n      DOVI configuration record: version: 1.0, profile: 8, level: 4\n      displaymatrix: rotation of -90.00 degrees',
    );
    expect(parseMedia(text)).toMatchObject({
      hasAudio: true,
      video: { codec: 'hevc', widthPx: 1920, heightPx: 1080, rotationDeg: 90 },
    });
  });

  it.each([
    ['    Side data:\n      displaymatrix: rotation of -90.00 degrees', 90],
    ['    Side data:\n      displaymatrix: rotation of 90.00 degrees', 270],
    ['    Side data:\n      displaymatrix: rotation of -180.00 degrees', 180],
    ['    Side data:\n      displaymatrix: rotation of 180.00 degrees', 180],
    ['    Side data:\n      displaymatrix: rotation of -0.00 degrees', 0],
    ['      Side data:\n        Display Matrix: rotation of -90.00 degrees', 90],
    ['      rotate          : 90\n    Side data:\n      displaymatrix: rotation of -90.00 degrees', 90],
    ['      rotate          : 270', 270],
  ])('%j lies %i° clockwise short of upright', (below, rotationDeg) => {
    expect(video(OLD_LINE, below)?.rotationDeg).toBe(rotationDeg);
  });

  it('a turn in the output’s own description is not the film’s', () => {
    const text = `${film(OLD_LINE)}    Side data:\n      displaymatrix: rotation of -90.00 degrees\n`;
    expect(parseMedia(text).video?.rotationDeg).toBe(0);
  });

  it('the shape of a pixel: the container’s word after the codec’s', () => {
    expect(video(OLD_LINE.replace('1280x720', '480x360 [SAR 4:3 DAR 16:9]'))?.pixelAspect).toBeCloseTo(4 / 3, 12);
    const both = OLD_LINE.replace('1280x720', '720x576 [SAR 1:1 DAR 5:4], SAR 64:45 DAR 16:9');
    expect(video(both)?.pixelAspect).toBeCloseTo(64 / 45, 12);
    expect(video(OLD_LINE.replace('1280x720', '480x360 [SAR 0:1 DAR 0:1]'))?.pixelAspect).toBe(1);
  });

  it.each([
    'yuv420p(top first)',
    'yuv420p(tv, bt470bg, bottom first)',
    'yuv422p10le(tv, bt709, top coded first (swapped))',
  ])('%s is interlaced', (format) => {
    expect(video(OLD_LINE.replace('yuv420p(tv, bt709)', format))?.interlaced).toBe(true);
  });

  it('an unknown codec is named as ffmpeg names it', () => {
    const line = '    Stream #0:0(und): Video: none (abcd / 0x64636261), none, 1920x1080, 8000 kb/s, 30 fps (default)';
    expect(video(line)).toMatchObject({ codec: 'none', widthPx: 1920 });
  });

  it('Matroska tells where the picture ends', () => {
    expect(video(NEW_LINE, '      DURATION        : 00:00:07.000000000')?.endS).toBe(7);
  });
});

describe('no stream of pictures', () => {
  const sound = '    Stream #0:0(und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, mono, fltp, 73 kb/s (default)';
  const cover =
    '  Stream #0:1[0x0]: Video: mjpeg (Baseline), yuvj420p(pc, bt470bg/unknown/unknown), 640x360, 90k tbr, 90k tbn';

  it('sound alone', () => {
    expect(parseMedia(film(sound))).toMatchObject({ video: null, hasAudio: true });
  });

  it('sound with a cover image, whether the build marks it', () => {
    expect(parseMedia(film(`${sound}\n${cover} (attached pic)`)).video).toBeNull();
  });

  it('or only refuses to map it', () => {
    expect(parseMedia(`${film(`${sound}\n${cover}`)}Stream map '0:V:0' matches no streams.`).video).toBeNull();
  });

  it('what ffmpeg could not open has no container', () => {
    const text = '[mov @ 0x1] moov atom not found\nfile:/films/1.mp4: Invalid data found when processing input\n';
    expect(parseMedia(text)).toEqual({
      container: null,
      durationS: null,
      video: null,
      hasAudio: false,
      captureHz: null,
    });
  });
});

describe('the camera’s own rate', () => {
  it.each([
    ['    com.android.capture.fps: 240.000000', 240],
    ['    capture_fps     : 120', 120],
    ['    CaptureFrameRate: 59.94', 59.94],
    ['    com.android.version: 13', null],
    ['    com.android.capture.fps: 0.000000', null],
    ['    com.apple.quicktime.full-frame-rate-playback-intent: 0', null],
  ])('%s', (tag, captureHz) => {
    expect(parseMedia(film(OLD_LINE).replace('    major_brand     : isom', tag)).captureHz).toBe(captureHz);
  });
});

describe('packets', () => {
  const head = '#extradata 0:       46, 0x38090f07\n#software: Lavf58.24.100\n#tb 0: 1/15360\n#media_type 0: video\n';

  it('come out in the order they are shown', () => {
    const text =
      `${head}0,       -512,          0,      256,    13957, 0xf9789924\n` +
      '0,       -256,       1024,      256,     3293, 0xf2e05d81, F=0x0\n' +
      '0,          0,        512,      256,     1623, 0x8da72957, F=0x0\n' +
      '0,        256,        256,      256,      695, 0x74854ec7, F=0x10, S=1,        8, 0x1\n';
    const packets = parsePackets(text);
    expect(packets.complete).toBe(true);
    expect([...packets.timeS]).toEqual([0, 256 / 15360, 512 / 15360, 1024 / 15360]);
  });

  it('those an edit list cuts away are left out', () => {
    const text = `${head}0, 0, 0, 256, 900, 0x1, F=0x5\n0, 256, 256, 256, 90, 0x2, F=0x4\n0, 512, 512, 256, 90, 0x3, F=0x1\n`;
    expect([...parsePackets(text).timeS]).toEqual([512 / 15360]);
  });

  it.each([
    ['one without a time', '0, 0, 0, 256, 900, 0x1\n0, 256, -9223372036854775808, 256, 90, 0x2, F=0x0\n'],
    ['one without a time, in words', '0, 0, 0, 256, 900, 0x1\n0, 256, NOPTS, 256, 90, 0x2, F=0x0\n'],
    ['two at one time', '0, 0, 0, 256, 900, 0x1\n0, 256, 0, 256, 90, 0x2, F=0x0\n'],
    ['a first one that needs an earlier one', '0, 0, 0, 256, 900, 0x1, F=0x0\n'],
  ])('%s: only decoding can tell', (_name, lines) => {
    expect(parsePackets(head + lines).complete).toBe(false);
  });

  it('none at all is an empty table', () => {
    expect(parsePackets('').timeS).toHaveLength(0);
  });
});

describe('messages', () => {
  it('frame times are the bare numbers among them', () => {
    const text =
      '0.000000\n[h264 @ 0x1] error while decoding MB 1 2\n0.016667\r\n' +
      'frame=    4 fps=0.0 q=-0.0 Lsize=    5400kB time=00:00:00.06\n-0.033333\nnan\n';
    expect(parseFrameTimes(text)).toEqual([0, 0.016667, -0.033333, Number.NaN]);
  });

  it.each([
    ['[mov,mp4,m4a,3gp,3g2,mj2 @ 0x1] stream 0, offset 0x1adec: partial file', 'mov,mp4', true],
    ['[mov,mp4,m4a,3gp,3g2,mj2 @ 0x1] Dropped corrupted packet (stream = 0)', 'mov,mp4', true],
    ['[mov,mp4,m4a,3gp,3g2,mj2 @ 0x1] Packet corrupt (stream = 0, dts = 15616), dropping it.', 'mov,mp4', true],
    ['[matroska,webm @ 0x1] File ended prematurely at pos. 65960 (0x101a8)', 'matroska,webm', true],
    ['[mpegts @ 0x1] Packet corrupt (stream = 0, dts = 15616), dropping it.', 'mpegts', false],
    ['[h264 @ 0x1] Invalid NAL unit size', 'mov,mp4', false],
  ])('%s', (line, container, cut) => {
    expect(saysCutOff(line, container)).toBe(cut);
  });

  it('showinfo tells fields from frames', () => {
    const line = (i: string) =>
      `[Parsed_showinfo_1 @ 0x1] n:   0 pts:      0 pts_time:0       pos:       48 fmt:yuv420p sar:0/1 s:640x360 i:${i} iskey:1 type:I`;
    expect(['P', 'T', 'B'].map((i) => showsFields(line(i)))).toEqual([false, true, true]);
  });
});
