// Every code a call can come back with, as what happened and what to do. What only the host knows (a name, a size) is in its message.
import type { ApiErrorCode } from '../core/api.ts';

/** Null = the host's own message says it better, because it names the file or the number. */
const SENTENCES: Readonly<Record<ApiErrorCode, string | null>> = {
  'video-not-found': null,
  'video-is-folder': null,
  'video-empty': null,
  'video-unreadable': null,
  'video-no-picture': null,
  'video-too-short': null,
  'video-truncated': null,
  'ffmpeg-missing': null,
  'model-missing': null,
  'model-corrupt': null,
  'model-unsupported': null,
  'pose-engine-failed': null,
  'no-person': null,
  'too-little-gait': null,
  'not-exportable': null,
  'disk-full': null,
  'not-writable': null,
  'output-exists': null,
  'browser-missing': null,
  'result-unreadable': null,
  'library-missing': null,
  'library-busy': 'The library is busy with something else at this moment. Wait a few seconds and try again.',
  'library-damaged': null,
  'library-newer': null,
  'library-unsupported': null,
  'wrong-key': null,
  'record-missing': 'This is no longer in the library; it was deleted in the meantime. Go back to the list of clients.',
  'client-exists': null,
  'backup-damaged': null,
  'library-in-use': null,
  cancelled: 'Stopped. What was finished before is kept.',
  'no-token': 'This page has lost its permission. Close it and open OpenStride again from where you started it.',
  'foreign-host':
    'This page was not opened by OpenStride. Close it and open OpenStride again from where you started it.',
  'foreign-origin':
    'This page was not opened by OpenStride. Close it and open OpenStride again from where you started it.',
  'too-large': 'This is larger than OpenStride takes in at once.',
  'not-found': 'OpenStride does not know this. Go back to the list of clients.',
  'bad-input': null,
  'app-mistake':
    'OpenStride made a mistake of its own. Nothing that was saved is lost. Try again; if it happens again, please report it.',
  'engine-mistake': null,
};

/** A failure in one or two sentences. */
export function errorText({ code, message }: { readonly code: ApiErrorCode; readonly message: string }): string {
  return SENTENCES[code] ?? message;
}
