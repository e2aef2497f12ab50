// From the preview to a PDF in the clinician's hands: printed, kept with the session, saved where they say.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReportPreview } from '../../../core/api/reports.ts';
import type { ReportRecord } from '../../../core/records/records.ts';
import { type ApiProblem, call } from '../../api/connection.ts';
import { chooseSave, handOut } from '../../hooks/chooseFile.ts';

/** What is saved: the preview as a new report, or one that is kept already. */
export type ToSave = { readonly preview: ReportPreview } | { readonly report: ReportRecord };

/** Failures are for the screen to show. */
export function useSaveReport() {
  const queries = useQueryClient();
  return useMutation<boolean, ApiProblem, ToSave>({
    meta: { toldHere: true },
    mutationFn: async (what) => {
      const { title, createdAt } = 'report' in what ? what.report : { title: what.preview.title, createdAt: null };
      const day = (createdAt ?? new Date().toISOString()).slice(0, 10);
      const to = await chooseSave('report', `OpenStride ${title} ${day}.pdf`);
      if (!to) return false;
      const report = 'report' in what ? what.report : await kept(what.preview);
      await queries.invalidateQueries({ queryKey: ['reports.list'] });
      handOut(await call('reports.save', { reportId: report.id, file: to.file }));
      return true;
    },
  });
}

function kept({ sessionId, title, resultIds, html }: ReportPreview): Promise<ReportRecord> {
  return call('reports.add', { sessionId, title, resultIds, html });
}
