// The bundled program is the same program: it must run, not only build.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshBuild } from '../../electron/terminal/freshBuild.ts';
import { ROOT } from './sourceFiles.ts';

const room = mkdtempSync(path.join(tmpdir(), 'openstride built '));
const cli = path.join(ROOT, 'out/main/cli.js');

beforeAll(async () => void (await freshBuild(ROOT)));
afterAll(() => rmSync(room, { recursive: true, force: true }));

describe('the bundled command line', () => {
  it('measures a film and prints its report', () => {
    const out = path.join(room, 'out');
    const film = path.join(ROOT, 'test/fixtures/dev06_run_yaw10_30.mp4');
    execFileSync(process.execPath, [cli, 'analyze', film, '--out', out, '--model', 'full', '--to', '2'], {
      stdio: 'ignore',
    });
    expect(JSON.parse(readFileSync(path.join(out, 'result.json'), 'utf8')).gait).toBe('run');
    expect(existsSync(path.join(out, 'report.pdf'))).toBe(true);
  });

  it('says its version', () => {
    const version = execFileSync(process.execPath, [cli, '--version'], { encoding: 'utf8' }).trim();
    expect(version).toBe(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version);
  });
});
