// What the engine saw in a demo film, as recorded by `npm run demo:record`.
import { readFile } from 'node:fs/promises';
import type { PoseInfo } from '../../core/report/provenance.ts';
import type { RawPose } from '../../core/types.ts';
import { readPose } from '../store/poseBytes.ts';
import type { DemoClipName } from './demoClips.ts';
import { demoFile } from './demoFolder.ts';

export interface RecordedPose {
  readonly pose: RawPose;
  readonly from: PoseInfo;
}

/** Name of the file that says which network looked. */
export const PROVENANCE_FILE = 'provenance.json';

/** @throws Error when the program was installed without its demo */
export async function recordedPose(name: DemoClipName): Promise<RecordedPose> {
  const pose = readPose(await readFile(demoFile(`${name}.pose`)));
  const all: Record<DemoClipName, PoseInfo> = JSON.parse(await readFile(demoFile(PROVENANCE_FILE), 'utf8'));
  return { pose, from: all[name] };
}
