// `npm start`: the desktop app where Electron's program is there, else the same app in the browser.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectron } from './terminal/findElectron.ts';
import { freshBuild } from './terminal/freshBuild.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NO_ELECTRON =
  'Electron’s own program is not installed here (npx --no install-electron downloads it), so OpenStride opens in your browser.';

await freshBuild(ROOT);
const electron = findElectron(ROOT);
if (electron === null) process.stdout.write(`${NO_ELECTRON}\n`);
const args = process.argv.slice(2);
const child = electron
  ? spawn(electron, [ROOT, ...args], { stdio: 'inherit' })
  : spawn(process.execPath, [path.join(ROOT, 'electron/web.ts'), '--open', ...args], { stdio: 'inherit' });
// Ctrl-C reaches the app itself, which closes its library first.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
child.on('error', (error) => {
  process.stderr.write(`OpenStride could not be started: ${error.message}\n`);
  process.exitCode = 1;
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
