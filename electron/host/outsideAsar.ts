// Where a file of an installed app lies when it is unpacked beside the app's archive.
import path from 'node:path';

/** The same path outside app.asar; one that is not inside stays. Threads, other programs and most of Node do not see inside. */
export function outsideAsar(file: string): string {
  return file.replace(`app.asar${path.sep}`, `app.asar.unpacked${path.sep}`);
}
