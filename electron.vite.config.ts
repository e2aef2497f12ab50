// How the program is bundled: plain JavaScript in out/main, the preload script in out/preload, the page in out/renderer.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The packager lays the engine beside the app's archive, away from the package.json that says what its scripts are. */
const asModules = {
  name: 'says that the scripts are modules',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string }) {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "module" }\n' });
  },
};

export default defineConfig({
  main: {
    plugins: [asModules],
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          main: 'electron/main.ts',
          cli: 'electron/cli.ts',
          web: 'electron/web.ts',
          engineProcess: 'electron/jobs/engineProcess.ts',
          poseWorker: 'electron/pose/poseWorker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: 'electron/preload.ts' },
        // A sandboxed preload script can only be CommonJS, in one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
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
