// What the packager makes, over a stub in the place of Electron's program: the fuses, the archive and what lies beside it, and that the app runs from there.
import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILM_EXTENSIONS } from '../../../electron/desktop/openedFiles.ts';
import { freshBuild } from '../../../electron/terminal/freshBuild.ts';
import { findFfmpeg } from '../../../electron/video/findFfmpeg.ts';
import { ensureModels } from '../../../models/ensureModels.ts';
import { importsOf, ROOT } from '../../house/sourceFiles.ts';
import { TEST_CHROMIUM_MISSING } from '../../support/testChromium.ts';

const room = mkdtempSync(path.join(tmpdir(), 'openstride package '));
afterAll(() => rmSync(room, { recursive: true, force: true }));
const app = path.join(room, 'packages', 'linux-unpacked');
const resources = path.join(app, 'resources');
const unpacked = path.join(resources, 'app.asar.unpacked');
/** Packing takes 4 s and the run 6 s alone, and a minute on two cores that eight others use. */
const LONGEST_MS = 300_000;
const run = promisify(execFile);

/** What stands for Electron's program: the place where its fuses are, all as Electron ships them. */
function makeStub(folder: string): void {
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('101100011'),
  ]);
  writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]));
  chmodSync(path.join(folder, 'electron'), 0o755);
  writeFileSync(path.join(folder, 'version'), '45.4.1');
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(path.join(folder, name), '');
}

/** The other systems make their own packages in .github/workflows/package.yml. */
describe.skipIf(process.platform !== 'linux')('the packaged app', () => {
  beforeAll(async () => {
    await ensureModels();
    await freshBuild(ROOT);
    const stub = path.join(room, 'stub');
    makeStub(stub);
    const builder = path.join(ROOT, 'node_modules/electron-builder/cli.js');
    const settings = [`-c.electronDist=${stub}`, `-c.directories.output=${path.join(room, 'packages')}`];
    const target = ['--dir', '--linux', '--x64', '--publish', 'never'];
    await run(process.execPath, [builder, ...target, ...settings], { cwd: ROOT });
  }, LONGEST_MS);

  it('has the fuses set: no running as Node, no options, no inspecting, nothing but the archive, which is checked', async () => {
    const wire = await getCurrentFuseWire(path.join(app, 'openstride'));
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    const on = [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar];
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE));
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE));
  });

  it('holds the program and what it runs with, no sources, no tests, and no tools', () => {
    const files = listPackage(path.join(resources, 'app.asar'), { isPack: false }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/main.js',
        '/out/preload/index.cjs',
        '/out/renderer/index.html',
      ]),
    );
    const tops = new Set(files.map((file) => file.split('/')[1]));
    expect([...tops].sort()).toEqual(['LICENSE', 'electron', 'node_modules', 'out', 'package.json']);
    expect(files.filter((file) => /\.tsx?$|\.map$/.test(file) && file.startsWith('/electron/'))).toEqual([]);
    const packages = new Set(files.flatMap((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
    for (const tool of ['electron', 'vite', 'react', 'playwright-core', '@mediapipe/pose', '@mediapipe', 'node'])
      expect(packages, tool).not.toContain(tool);
    // Measured 5.5 MB; twice that would be something that does not belong.
    expect(statSync(path.join(resources, 'app.asar')).size).toBeLessThan(11e6);
  });

  it('carries its own platform’s native libraries, the demo’s films and the networks beside the archive', () => {
    const natives = filesIn(unpacked).filter((file) => /\.(node|so[.\d]*|dll|dylib)$/.test(file));
    expect(natives.sort()).toEqual([
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
      'node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1',
      'node_modules/onnxruntime-node/bin/napi-v6/linux/x64/onnxruntime_binding.node',
    ]);
    expect(filesIn(unpacked)).toContain('electron/demoClient/demo_before_left60.mp4');
    expect(JSON.parse(readFileSync(path.join(unpacked, 'out/main/package.json'), 'utf8'))).toEqual({ type: 'module' });
    expect(readdirSync(path.join(resources, 'models')).sort()).toEqual([
      'README.md',
      'pose_detection.onnx',
      'pose_landmark_full.onnx',
      'pose_landmark_heavy.onnx',
      'pose_landmark_lite.onnx',
    ]);
  });

  it('everything that engine and pose workers import lies beside the archive, because threads do not see inside', () => {
    const reached = new Set<string>();
    const packages = new Set<string>();
    const follow = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const name of importsOf(readFileSync(path.join(unpacked, 'out/main', file), 'utf8'))) {
        if (/^\.\/[\w-]+\.js$/.test(name)) follow(name.slice(2));
        else if (/^[@\w][\w@/.-]*$/.test(name) && !isBuiltin(name)) packages.add(name);
      }
    };
    follow('engineProcess.js');
    follow('poseWorker.js');
    expect(packages).toContain('onnxruntime-node');
    for (const name of [...packages, 'onnxruntime-common'])
      expect(existsSync(path.join(unpacked, 'node_modules', name, 'package.json')), name).toBe(true);
  });

  it('opens the films that the program itself knows', () => {
    const { build } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(build.fileAssociations.map(({ ext }: { ext: string }) => ext).sort()).toEqual([...FILM_EXTENSIONS].sort());
  });

  it.skipIf(TEST_CHROMIUM_MISSING)(
    'measures a film and adds its demo from where it is installed',
    async () => {
      // The archive as a folder of its name; what lies beside it stays there, and the engine finds nothing else.
      const installed = path.join(room, 'installed', 'resources');
      mkdirSync(installed, { recursive: true });
      extractAll(path.join(resources, 'app.asar'), path.join(installed, 'app.asar'));
      cpSync(unpacked, path.join(installed, 'app.asar.unpacked'), { recursive: true });
      cpSync(path.join(resources, 'models'), path.join(installed, 'models'), { recursive: true });
      const home = path.join(room, 'home');
      mkdirSync(home);
      const { path: ffmpeg } = await findFfmpeg();
      const env = { ...process.env, XDG_CONFIG_HOME: path.join(home, 'config'), OPENSTRIDE_FFMPEG: ffmpeg };
      const program = path.join(ROOT, 'test/support/emulator/builtAppRun.ts');
      const film = path.join(ROOT, 'test/fixtures/dev06_run_yaw10_30.mp4');
      const args = [program, path.join(installed, 'app.asar', 'out'), home, film, installed];
      const { stdout } = await run(process.execPath, args, { env, timeout: LONGEST_MS });
      const seen = JSON.parse(stdout.trim().split('\n').at(-1)!);
      expect(seen).toMatchObject({ gait: 'run', posePoints: ['Float32Array', 1980, false], exitCode: 0 });
      expect(seen.demo).toMatch(/demo/i);
      expect(seen.job.engine).toBe(path.join(installed, 'app.asar.unpacked', 'out', 'main', 'engineProcess.js'));
    },
    LONGEST_MS,
  );
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
