// Finds out what a film is: upright size, rate, tags, and the true time of every frame that decoding will yield.
import { checkInput, looksLikeMp4 } from './checkInput.ts';
import { crashedError, explainUnreadable, tooShortError } from './explainUnreadable.ts';
import { listFramesArgs, listPacketsArgs, type RotationDeg, tryFramesArgs } from './ffmpegArgs.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { type Ffmpeg, findFfmpeg } from './findFfmpeg.ts';
import { keepAscending, measureRate, SAME_FRAME_S } from './frameTimes.ts';
import {
  type MediaReport,
  parseFrameTimes,
  parseMedia,
  parsePackets,
  saysCutOff,
  showsFields,
  type VideoStream,
} from './parseProbe.ts';

export interface VideoProbe {
  /** Absolute path. */
  readonly file: string;
  /** Upright size, after rotation and with square pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Clockwise turn that made it upright. */
  readonly rotationDeg: RotationDeg;
  readonly codec: string;
  /** ffmpeg's names of the container, comma separated. */
  readonly container: string;
  readonly frames: number;
  /** Presentation time of every frame, s, the first at 0, strictly ascending. [frames] */
  readonly timeS: Float64Array;
  /** The file's own time of the first frame, s: file time = startS + timeS. */
  readonly startS: number;
  /** First frame's start to last frame's end, s. */
  readonly durationS: number;
  /** Middle frame rate, 1/s. */
  readonly rateHz: number;
  readonly variableRate: boolean;
  /** Capture rate over file rate when the camera left a tag (1 = real time), null when it did not. */
  readonly slowMotionHint: number | null;
  readonly interlaced: boolean;
  /** The file ends before its content does; what is there can be used. */
  readonly truncated: boolean;
  readonly hasAudio: boolean;
}

/** Decoded in every probe: enough to see that the picture can be decoded and that the table begins with the right frames. */
const FRAMES_TRIED = 8;
const MIN_FRAMES = 3;

/**
 * Probes a film with ffmpeg alone.
 *
 * Works: the table comes from the packets (the whole file is read, nothing decoded but its first frames), for containers
 * and codecs where one packet is one frame; otherwise, or where the first frames disagree, every frame is decoded.
 * Fails: a frame that is damaged inside an intact packet is in the table and then missing from what decoding yields.
 * @throws GaitError `video-not-found`, `video-is-folder`, `video-empty`, `video-unreadable`, `video-no-picture`,
 *   `video-too-short` (fewer than 3 frames), `ffmpeg-missing`, `cancelled`
 */
export async function probeVideo(file: string, options: { readonly signal?: AbortSignal } = {}): Promise<VideoProbe> {
  const path = await checkInput(file);
  const ffmpeg = await findFfmpeg();
  const [listed, tried] = await Promise.all([
    runFfmpeg(ffmpeg.path, listPacketsArgs(path), options.signal),
    runFfmpeg(ffmpeg.path, tryFramesArgs(path, ffmpeg.major, FRAMES_TRIED), options.signal),
  ]);
  const media = withFields(parseMedia(listed.stderr), showsFields(tried.stderr));
  const firstS = parseFrameTimes(tried.stderr);
  if (!isPlayable(media) || firstS.length === 0) {
    if (listed.crashed || tried.crashed) throw crashedError(path, ffmpeg);
    throw explainUnreadable(path, media, listed.stderr + tried.stderr, await looksLikeMp4(path));
  }
  const packets = parsePackets(listed.stdout.toString('latin1'));
  const trusted = packets.complete && onePacketOneFrame(media) && beginsWith(packets.timeS, firstS);
  const fileTimeS = trusted ? packets.timeS : await decodeTimes(path, ffmpeg, options.signal);
  if (fileTimeS.length < MIN_FRAMES) throw tooShortError(path, fileTimeS.length);
  return describe(path, media, fileTimeS, listed.stderr);
}

function withFields(media: MediaReport, interlaced: boolean): MediaReport {
  return media.video && interlaced ? { ...media, video: { ...media.video, interlaced } } : media;
}

type PlayableReport = MediaReport & { readonly container: string; readonly video: VideoStream };

function isPlayable(media: MediaReport): media is PlayableReport {
  return media.container !== null && media.video !== null && media.video.widthPx > 0 && media.video.heightPx > 0;
}

function describe(file: string, media: PlayableReport, fileTimeS: Float64Array, stderr: string): VideoProbe {
  const { video } = media;
  const startS = fileTimeS[0] ?? 0;
  const timeS = fileTimeS.map((t) => t - startS);
  const rate = measureRate(timeS);
  return {
    file,
    ...uprightSize(video),
    rotationDeg: video.rotationDeg,
    codec: video.codec,
    container: media.container,
    frames: timeS.length,
    timeS,
    startS,
    ...rate,
    slowMotionHint: slowMotion(media.captureHz, rate.rateHz),
    interlaced: video.interlaced,
    truncated: saysCutOff(stderr, media.container) || endsEarly(media, startS + rate.durationS),
    hasAudio: media.hasAudio,
  };
}

/** Square pixels by changing the stored width, as players do; then the quarter turn. */
function uprightSize({ widthPx, heightPx, pixelAspect, rotationDeg }: VideoStream): {
  widthPx: number;
  heightPx: number;
} {
  const squareWidthPx = Math.round(widthPx * pixelAspect);
  const lying = rotationDeg === 90 || rotationDeg === 270;
  return lying ? { widthPx: heightPx, heightPx: squareWidthPx } : { widthPx: squareWidthPx, heightPx };
}

/** A camera's nominal 240 over a file's 29.97 is meant to be 8. */
function slowMotion(captureHz: number | null, rateHz: number): number | null {
  if (captureHz === null) return null;
  const ratio = captureHz / rateHz;
  const whole = Math.max(1, Math.round(ratio));
  return Math.abs(ratio - whole) < 0.05 * whole ? whole : ratio;
}

/** mp4 says so itself when it is cut; other containers only stop, before the end that their header promised. */
function endsEarly({ container, durationS, video }: PlayableReport, endS: number): boolean {
  const promisedS = video.endS ?? durationS;
  return promisedS !== null && !/\bmp4\b/.test(container) && promisedS - endS > EARLY_S;
}

/** Sound may outlast the picture by less than this without the film being cut off, s. */
const EARLY_S = 0.5;

/** Elsewhere one packet may hold a field, several frames, or none that is shown. */
function onePacketOneFrame({ container, video }: PlayableReport): boolean {
  return /\b(mp4|matroska)\b/.test(container) && !video.interlaced && video.codec !== 'vp8';
}

/** Whether the first frames that came out of the decoder are the first of the table. */
function beginsWith(timeS: Float64Array, firstS: readonly number[]): boolean {
  return firstS.every((t, i) => Math.abs(t - (timeS[i] ?? Number.NaN)) <= SAME_FRAME_S);
}

async function decodeTimes(path: string, ffmpeg: Ffmpeg, signal: AbortSignal | undefined): Promise<Float64Array> {
  const { stderr } = await runFfmpeg(ffmpeg.path, listFramesArgs(path, ffmpeg.major), signal);
  return keepAscending(parseFrameTimes(stderr));
}
