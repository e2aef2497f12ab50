// The page as it was built last, copied: a build that runs meanwhile empties the folder under its readers.
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtPage } from '../../electron/host/places.ts';

const NOT_BUILT =
  'The screens are not built: run "npm run build" first (or set OPENSTRIDE_PAGE to a folder with a build).';
/** A build writes its page within seconds. */
const PATIENCE_MS = 30_000;

/** @throws Error when there is no whole page */
export async function copyBuiltPage(to: string): Promise<void> {
  for (const endMs = Date.now() + PATIENCE_MS; ; ) {
    const from = process.env.OPENSTRIDE_PAGE ?? builtPage();
    if (from && copyWhole(from, to)) return;
    if (Date.now() > endMs || !existsSync('out')) throw new Error(NOT_BUILT);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function copyWhole(from: string, to: string): boolean {
  try {
    cpSync(from, to, { recursive: true, force: true });
    const html = readFileSync(path.join(to, 'index.html'), 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map(([, name]) => name!);
    return named.length > 0 && named.every((name) => existsSync(path.join(to, name))) && readdirSync(to).length > 1;
  } catch {
    return false; // a build empties and fills the folder right now
  }
}
