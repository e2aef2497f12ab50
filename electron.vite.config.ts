// How the program is bundled for people who do not run it from a checkout: plain JavaScript in out/main.
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          cli: 'electron/cli.ts',
          web: 'electron/web.ts',
          engineProcess: 'electron/jobs/engineProcess.ts',
          poseWorker: 'electron/pose/poseWorker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
});
