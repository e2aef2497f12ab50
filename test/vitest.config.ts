// How the suite runs: a process per file, long enough for the real network on real frames.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Electron's own package only runs inside Electron; the desktop app is tested over a thin one.
  resolve: {
    alias: [{ find: /^electron$/, replacement: fileURLToPath(new URL('./support/fakeElectron.ts', import.meta.url)) }],
  },
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    reporters: ['default', fileURLToPath(new URL('./support/closingLine.ts', import.meta.url))],
    pool: 'forks',
    maxWorkers: 2,
    // What is broken fails twice; a page or a process beside the network on two cores may be late once.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a page shows in a moment takes seconds beside the network on two cores.
    expect: { poll: { timeout: 15_000 } },
  },
});
