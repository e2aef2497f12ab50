// Lets files fall on a page as from the desktop: real bytes, real drag events.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

export interface DroppedFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** A file of the disk, under its own name or another. */
export function fileToDrop(file: string, name = path.basename(file), type = 'video/mp4'): DroppedFile {
  return { name, type, base64: readFileSync(file).toString('base64') };
}

/** Holds files over the page and lets them go. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type }));
    }
    const fire = (kind: string) =>
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    for (const kind of ['dragenter', 'dragover', 'drop']) fire(kind);
  }, files);
}
