// Where the desktop app begins, once it is built: the page and the preload script lie beside it in out/.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { startDesktop } from './desktop/startDesktop.ts';

const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

// Not awaited: Electron is ready only after this file has run to its end.
startDesktop(process.argv.slice(app.isPackaged ? 1 : 2), {
  pageFolder: path.join(out, 'renderer'),
  preloadFile: path.join(out, 'preload', 'index.cjs'),
}).catch((error: unknown) => {
  setImmediate(() => {
    throw error; // noted, said, and the end
  });
});
