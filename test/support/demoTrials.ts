// The demo's four films as the engine saw them, measured, with what comparing and reporting need of them.

import { analyze } from '../../core/analyze.ts';
import type { ComparedFilm } from '../../core/compare/comparedFilm.ts';
import type { RawPose } from '../../core/types.ts';
import type { DemoClipName } from '../../electron/demoClient/demoClips.ts';
import { recordedPose } from '../../electron/demoClient/recordedPose.ts';
import type { Sample } from './sampleResult.ts';

/** As set on the rendered treadmill. */
const OPTIONS = { speedMs: 3, inclinePct: 0 } as const;
const RATE_HZ = 60;

/** One film of the demo client. */
export async function demoTrial(name: DemoClipName): Promise<Sample> {
  const { pose, from } = await recordedPose(name);
  return sampleOf(name, pose, from);
}

/** A recorded or found pose as a whole result with its provenance. */
export function sampleOf(name: string, raw: RawPose, pose: Sample['pose']): Sample {
  const frames = raw.timeS.length;
  return {
    raw,
    result: analyze(raw, OPTIONS),
    video: {
      file: `${name}.mp4`,
      sha256: Buffer.from(name.padEnd(32, '.').slice(0, 32)).toString('hex'),
      widthPx: raw.widthPx,
      heightPx: raw.heightPx,
      rotationDeg: 0,
      frames,
      durationS: frames / RATE_HZ,
      rateHz: RATE_HZ,
      variableRate: false,
      slowMotion: 1,
    },
    pose,
    app: { version: '0.1.0', analysisVersion: '1.0.0' },
  };
}

/** The same as comparing takes it. */
export function comparedFilm({ result, video, pose, app }: Sample, fields: Partial<ComparedFilm> = {}): ComparedFilm {
  return {
    clipId: video.file,
    sessionId: video.file.includes('after') ? 'after' : 'before',
    result,
    rateHz: video.rateHz * video.slowMotion,
    footwear: '',
    filmSha256: video.sha256,
    networkSha256: pose.modelSha256,
    analysisVersion: app.analysisVersion,
    ...fields,
  };
}
