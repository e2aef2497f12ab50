// Turns ffmpeg's refusal of a file into one sentence for the clinic.
import { basename } from 'node:path';
import { GaitError } from '../../core/errors.ts';
import type { Ffmpeg } from './findFfmpeg.ts';
import type { MediaReport } from './parseProbe.ts';

/**
 * Why no picture could be had from a file that exists.
 * @param media what ffmpeg recognised of it
 * @param stderr all that ffmpeg said
 * @param isMp4 true when the file begins like an mp4 or mov
 */
export function explainUnreadable(file: string, media: MediaReport, stderr: string, isMp4: boolean): GaitError {
  const name = basename(file);
  const cause = new Error(lastWords(stderr));
  if (isMp4 && /moov atom not found/.test(stderr)) {
    const text = `${name} is incomplete: the index at its end is missing; copy it from the camera again.`;
    return new GaitError('video-unreadable', text, { cause });
  }
  if (media.container === null) {
    const text = `${name} is not a film, or too damaged to be recognised as one; copy it from the camera again.`;
    return new GaitError('video-unreadable', text, { cause });
  }
  if (media.video !== null) {
    const codec = media.video.codec === 'none' ? 'unknown' : media.video.codec;
    const text = `The picture of ${name} (format ${codec}) cannot be decoded here; save it as H.264 mp4 and try again.`;
    return new GaitError('video-unreadable', text, { cause });
  }
  return media.hasAudio
    ? new GaitError('video-no-picture', `${name} holds sound but no picture; choose the film itself.`, { cause })
    : new GaitError('video-unreadable', `${name} holds no film; choose a video file.`, { cause });
}

/** Some builds fall over some films; another build may not. */
export function crashedError(file: string, { path, version }: Ffmpeg): GaitError {
  const text =
    `ffmpeg itself crashed on ${basename(file)} (version ${version}, ${path}); ` +
    'install another ffmpeg, or set OPENSTRIDE_FFMPEG to one.';
  return new GaitError('video-unreadable', text);
}

/** Too few frames to see any movement. */
export function tooShortError(file: string, frames: number): GaitError {
  const count = frames === 1 ? 'one frame' : `${frames} frames`;
  const text = `${basename(file)} has only ${count}; film at least ten strides (about 10 s) and try again.`;
  return new GaitError('video-too-short', text);
}

/** The film was opened, but its frames could not be made. */
export function undecodableError(file: string, codec: string, frames: number, words = ''): GaitError {
  const text =
    `Only ${frames} frames of ${basename(file)} (format ${codec}) could be decoded; ` +
    'copy it from the camera again, or save it as H.264 mp4.';
  return new GaitError('video-unreadable', text, { cause: new Error(lastWords(words)) });
}

/** The end of what ffmpeg said, for the log. */
function lastWords(stderr: string): string {
  const words = stderr
    .trim()
    .split('\n')
    .filter((line) => !/^-?\d+\.\d{6}$/.test(line.trim()));
  return words.slice(-5).join('\n');
}
