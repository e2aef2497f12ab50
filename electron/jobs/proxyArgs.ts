// The ffmpeg command line of the film for playback, as data, and what ffmpeg says while it works.
import type { VideoProbe } from '../video/probe.ts';

/** Shorter side of the film for playback, px; a smaller film keeps its size. */
const SHORT_SIDE_PX = 720;
/** A key frame in every sixth: stepping backwards decodes six frames at most. */
const KEY_EVERY = 6;

const TURN = { 0: [], 90: ['transpose=clock'], 180: ['hflip', 'vflip'], 270: ['transpose=cclock'] } as const;

/** Upright 720p H.264 with every source frame at its own time, the first at 0, without sound; progress on stdout. */
export function proxyArgs(
  probe: Pick<VideoProbe, 'file' | 'widthPx' | 'heightPx' | 'rotationDeg' | 'startS'>,
  major: number | null,
  outFile: string,
): string[] {
  const { widthPx, heightPx } = proxySize(probe);
  const size = probe.rotationDeg % 180 === 0 ? `${widthPx}:${heightPx}` : `${heightPx}:${widthPx}`;
  const fromZero = `setpts=PTS-${probe.startS.toFixed(6)}/TB`;
  const filters = [
    `scale=${size}:flags=area`,
    'setsar=1',
    ...TURN[probe.rotationDeg],
    'format=yuv420p',
    fromZero,
    'settb=1/90000',
  ];
  const passthrough = major !== null && major < 6 ? ['-vsync', '0'] : ['-fps_mode', 'passthrough'];
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'error', '-progress', 'pipe:1'],
    ...['-protocol_whitelist', 'file', '-fflags', '+discardcorrupt', '-noautorotate', '-copyts'],
    ...['-i', `file:${probe.file}`, '-map', '0:V:0', '-vf', filters.join(','), ...passthrough],
    // A fine time base throughout: by default one of the frame rate is taken, which would move the frames of an uneven film.
    ...[
      '-enc_time_base',
      '1:90000',
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-crf',
      '22',
      '-g',
      String(KEY_EVERY),
      '-bf',
      '0',
    ],
    ...['-video_track_timescale', '90000', '-movflags', '+faststart', '-map_metadata', '-1', '-f', 'mp4'],
    ...['-y', `file:${outFile}`],
  ];
}

/** Upright size of the film for playback: even sides, never larger than the film. */
export function proxySize({ widthPx, heightPx }: Pick<VideoProbe, 'widthPx' | 'heightPx'>): {
  readonly widthPx: number;
  readonly heightPx: number;
} {
  const factor = Math.min(1, SHORT_SIDE_PX / Math.min(widthPx, heightPx));
  const even = (px: number) => Math.max(2, Math.round((px * factor) / 2) * 2);
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}

/** The newest `out_time_us` of ffmpeg's progress text, s; null when there is none in it. */
export function parseEncodedS(text: string): number | null {
  const last = [...text.matchAll(/^out_time_(?:us|ms)=(\d+)/gm)].at(-1);
  return last ? Number(last[1]) / 1e6 : null;
}
