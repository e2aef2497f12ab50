// The one error the product throws when the world fails: a code for the machine, a sentence for the person.

/**
 * What can go wrong outside the program. `renderer/errorText.ts` and the command line turn a code into what happened and
 * what to do; the message already says both in English.
 */
export type GaitErrorCode =
  | 'video-not-found'
  | 'video-is-folder'
  | 'video-empty'
  | 'video-unreadable'
  | 'video-no-picture'
  | 'video-too-short'
  | 'video-truncated'
  | 'ffmpeg-missing'
  | 'model-missing'
  | 'model-corrupt'
  | 'model-unsupported'
  | 'pose-engine-failed'
  | 'no-person'
  | 'too-little-gait'
  | 'not-exportable'
  | 'disk-full'
  | 'not-writable'
  | 'output-exists'
  | 'browser-missing'
  | 'result-unreadable'
  | 'library-missing'
  | 'library-busy'
  | 'library-damaged'
  | 'library-newer'
  | 'library-unsupported'
  | 'wrong-key'
  | 'record-missing'
  | 'client-exists'
  | 'backup-damaged'
  | 'library-in-use'
  | 'cancelled';

/** The world failed (a file, a disk, a model). Never thrown for weak data: that is a {@link QualityFlag} on the result. */
export class GaitError extends Error {
  override readonly name = 'GaitError';
  readonly code: GaitErrorCode;

  constructor(code: GaitErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
