// Files that come from and go to places outside the library, under Electron and in a browser alike.
import type { OpenKind, SaveKind } from '../../core/api/bridge.ts';
import type { WrittenFile } from '../../core/api/views.ts';

/** True under Electron: paths are chosen in the system's own dialogs. In a browser files are sent and downloaded. */
export const hasPaths = (): boolean => window.openstride !== undefined;

/** The system's dialog under Electron. @returns null when it was left */
export async function chooseOpen(kind: OpenKind): Promise<string | null> {
  return (await window.openstride?.chooseOpen(kind)) ?? null;
}

/**
 * Where to write.
 * @returns `file` null in a browser, where the library's outgoing folder and a download do it; null when the dialog was left
 */
export async function chooseSave(kind: SaveKind, name: string): Promise<{ readonly file: string | null } | null> {
  if (!window.openstride) return { file: null };
  const file = await window.openstride.chooseSave(kind, name);
  return file === null ? null : { file };
}

/** Hands a written file to the clinician: a download in a browser, the file manager under Electron. */
export function handOut({ downloadPath, file }: WrittenFile): void {
  if (downloadPath === null) {
    void window.openstride?.showInFolder(file);
    return;
  }
  const link = document.createElement('a');
  link.href = downloadPath;
  link.download = '';
  link.click();
}
