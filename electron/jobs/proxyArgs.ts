// The ffmpeg command line of the film for playback, as data, and what ffmpeg says while it works.
import type { VideoProbe } from '../video/probe.ts';

/** Shorter side of the film for playback, px; a smaller film keeps its size. */
const SHORT_SIDE_PX = 720;
/** A key frame in every sixth: stepping backwards decodes six frames at most. */
const KEY_EVERY = 6;
/** The clock of the film for playback: fine enough for every rate, and a multiple of the usual ones. */
const TICKS_PER_S = 90_000;

/**
 * Upright 720p H.264 with every source frame at its own time, the first at 0, without sound; progress on stdout.
 * ffmpeg turns the picture itself here: left to us, old builds would hand the tag that asks for turning on to the turned film.
 */
export function proxyArgs(
  probe: Pick<VideoProbe, 'file' | 'widthPx' | 'heightPx'>,
  major: number | null,
  outFile: string,
): string[] {
  const { widthPx, heightPx } = proxySize(probe);
  // From the first frame on, and in whole ticks: with fractions the rounding could put two frames on one time.
  const filters = [
    `scale=${widthPx}:${heightPx}:flags=area`,
    'setsar=1',
    'format=yuv420p',
    `settb=1/${TICKS_PER_S}`,
    'setpts=PTS-STARTPTS',
  ];
  const passthrough = major !== null && major < 6 ? ['-vsync', '0'] : ['-fps_mode', 'passthrough'];
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'error', '-progress', 'pipe:1'],
    ...['-protocol_whitelist', 'file', '-fflags', '+discardcorrupt'],
    ...['-i', `file:${probe.file}`, '-map', '0:V:0', '-vf', filters.join(','), ...passthrough],
    // A fine time base throughout: by default one of the frame rate is taken, which would move the frames of an uneven film.
    ...['-enc_time_base', `1:${TICKS_PER_S}`, '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '22'],
    ...['-g', String(KEY_EVERY), '-bf', '0'],
    ...['-video_track_timescale', String(TICKS_PER_S), '-movflags', '+faststart'],
    // Without an edit list, which would be right but for the last frame: of unknown length, it would be cut off.
    ...['-use_editlist', '0', '-map_metadata', '-1', '-f', 'mp4'],
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

/** The newest count of frames in ffmpeg's progress text; null when there is none in it. Its times differ between builds. */
export function parseEncodedFrames(text: string): number | null {
  const last = [...text.matchAll(/^frame=\s*(\d+)/gm)].at(-1);
  return last ? Number(last[1]) : null;
}
