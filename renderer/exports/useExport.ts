// Asks for a file: under Electron where the clinician says, in a browser as a download when it is done.
import { useMutation } from '@tanstack/react-query';
import type { SaveKind } from '../../core/api/bridge.ts';
import type { ExportAsk } from '../../core/api/exports.ts';
import { exportName } from '../../core/export/exportName.ts';
import { type ApiProblem, call } from '../api/connection.ts';
import { chooseSave, hasPaths } from '../hooks/chooseFile.ts';
import { rememberExport } from './ownExports.ts';

const SAVE_AS: Readonly<Record<ExportAsk['kind'], SaveKind>> = {
  table: 'table',
  film: 'film',
  pair: 'film',
  frame: 'picture',
  chart: 'picture',
  pairChart: 'picture',
};

/** Starts an export; what becomes of it stands in the list of all of them. */
export function useExport() {
  const { mutate } = useMutation<void, ApiProblem, ExportAsk>({
    networkMode: 'always',
    mutationFn: async (ask) => {
      const to = await chooseSave(SAVE_AS[ask.kind], hasPaths() ? await nameOf(ask) : '');
      if (to) rememberExport((await call('exports.add', { ask, file: to.file })).id, ask);
    },
  });
  return mutate;
}

async function nameOf(ask: ExportAsk): Promise<string> {
  const clipIds = 'a' in ask ? [ask.a.clipId, ask.b.clipId] : [ask.clipId];
  const [first, second] = await Promise.all(clipIds.map((clipId) => call('clips.open', { clipId })));
  return exportName(ask, first!, second);
}
