// `npm run demo:record`: looks at the demo's films with the real engine and writes down what it sees, after the engine has changed.
import { writeFile } from 'node:fs/promises';

import type { PoseInfo } from '../../core/report/provenance.ts';
import { framesSeen } from '../jobs/framesSeen.ts';
import { PoseEngine } from '../pose/poseEngine.ts';
import { poseBytes } from '../store/poseBytes.ts';
import { probeVideo } from '../video/probe.ts';
import { DEMO_CLIPS } from './demoClips.ts';
import { demoFile } from './demoFolder.ts';
import { PROVENANCE_FILE } from './recordedPose.ts';

const engine = await PoseEngine.start({ model: 'heavy', workers: null });
const provenance: Record<string, PoseInfo> = {};
try {
  for (const name of DEMO_CLIPS) {
    const pose = await engine.estimate(await probeVideo(demoFile(`${name}.mp4`)));
    provenance[name] = { ...engine.provenance, framesSeen: framesSeen(pose) };
    await writeFile(demoFile(`${name}.pose`), poseBytes(pose));
    process.stdout.write(`${name}: ${provenance[name].framesSeen} frames seen\n`);
  }
} finally {
  engine.close();
}
await writeFile(demoFile(PROVENANCE_FILE), `${JSON.stringify(provenance, null, 2)}\n`);
