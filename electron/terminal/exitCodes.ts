// What the shell is told when `openstride` ends.
import { GaitError, type GaitErrorCode } from '../../core/errors.ts';

export const EXIT = { done: 0, usage: 2, video: 3, gait: 4, disk: 5, cancelled: 130, bug: 1 } as const;

const BY_CODE: Readonly<Record<GaitErrorCode, number>> = {
  'video-not-found': EXIT.video,
  'video-is-folder': EXIT.video,
  'video-empty': EXIT.video,
  'video-unreadable': EXIT.video,
  'video-no-picture': EXIT.video,
  'video-truncated': EXIT.video,
  'video-too-short': EXIT.gait,
  'no-person': EXIT.gait,
  'too-little-gait': EXIT.gait,
  'not-exportable': EXIT.gait,
  'ffmpeg-missing': EXIT.bug,
  'model-missing': EXIT.bug,
  'model-corrupt': EXIT.bug,
  'model-unsupported': EXIT.bug,
  'pose-engine-failed': EXIT.bug,
  'browser-missing': EXIT.bug,
  'result-unreadable': EXIT.video,
  'disk-full': EXIT.disk,
  'not-writable': EXIT.disk,
  'output-exists': EXIT.disk,
  'library-missing': EXIT.disk,
  'library-busy': EXIT.disk,
  'library-damaged': EXIT.disk,
  'library-newer': EXIT.disk,
  'library-unsupported': EXIT.bug,
  'wrong-key': EXIT.disk,
  'record-missing': EXIT.disk,
  'client-exists': EXIT.disk,
  'backup-damaged': EXIT.disk,
  'library-in-use': EXIT.disk,
  cancelled: EXIT.cancelled,
};

/** The exit code for a failure: by the error's code, 1 for anything that should not have happened. */
export function exitCodeFor(error: unknown): number {
  return error instanceof GaitError ? BY_CODE[error.code] : EXIT.bug;
}
