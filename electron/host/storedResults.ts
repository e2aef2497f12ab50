// Results as they are kept: what a clip measures now is put beside what it measured then.

import { ANALYSIS_VERSION } from '../../core/analyze.ts';
import type { ResultView, StoredResult } from '../../core/api/views.ts';
import { GaitError } from '../../core/errors.ts';
import type { ResultSummary } from '../../core/records/records.ts';
import { resultJson } from '../export/resultJson.ts';
import { AppVersion } from '../jobs/appVersion.ts';
import type { ResultContent } from '../store/results.ts';
import type { HostRooms } from './hostRooms.ts';
import type { ClipInput } from './measureClip.ts';

/** @throws GaitError `record-missing` */
export function openResult({ library, measurer }: HostRooms, resultId: string): ResultView {
  const { options, edits, result, ...summary } = library.results.read(resultId);
  const now = measurer.input(summary.clipId);
  const isCurrent = now !== null && isMadeFrom(now, summary, { options, edits });
  // The schema of the file knows fewer names by heart than core does: it was core that wrote them.
  return { summary, options, edits, result: result as StoredResult, isCurrent };
}

/** @throws GaitError `record-missing` while nobody has looked at the clip; of probing when its film is gone and was never probed */
export async function keepResult({ library, films, measurer }: HostRooms, clipId: string): Promise<ResultSummary> {
  const clip = library.clips.get(clipId);
  const facts = await films.facts(clip.videoSha256);
  const input = measurer.input(clipId);
  if (!input) throw new GaitError('record-missing', 'Nobody has been looked for in this clip yet.');
  const { seen, options, history } = input;
  const last = library.results.listFor(clipId)[0];
  if (last && isMadeFrom(input, last, library.results.read(last.id))) return last;
  const { fileName: file, videoSha256: sha256 } = clip;
  const result = resultJson({
    result: measurer.result(input),
    video: { ...facts, file, sha256, slowMotion: options.slowMotion },
    pose: seen,
    app: { version: AppVersion.app, analysisVersion: AppVersion.analysis },
  });
  return library.results.add(clipId, seen.id, { options, edits: history.edits, result });
}

function isMadeFrom(
  { seen, options, history }: ClipInput,
  { poseId, analysisVersion }: ResultSummary,
  made: Pick<ResultContent, 'options' | 'edits'>,
): boolean {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const sameInput = poseId === seen.id && same(made.options, options) && same(made.edits, history.edits);
  return sameInput && analysisVersion === ANALYSIS_VERSION;
}
