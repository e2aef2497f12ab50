// How the suite runs: one fork per file, long enough for the real network on real frames.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root:
      new URL('..', import.meta.url).pathname.length > 0
        ? decodeURIComponent(new URL('..', import.meta.url).pathname)
        : '.',
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
