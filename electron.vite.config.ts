// How the program is bundled for people who do not run it from a checkout: plain JavaScript in out/main.
import react from '@vitejs/plugin-react';
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
  renderer: {
    root: 'renderer',
    build: { outDir: 'out/renderer', minify: true, rollupOptions: { input: 'renderer/index.html' } },
    plugins: [react()],
    worker: { format: 'es' },
  },
});
