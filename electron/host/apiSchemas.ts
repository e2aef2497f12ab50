// The contract as zod: what a call may be asked and what it may answer, checked in both directions.
import { z } from 'zod';
import type { ApiInput, ApiName, ApiOutput } from '../../core/api.ts';
import * as record from './recordSchemas.ts';
import { id } from './recordSchemas.ts';
import * as view from './viewSchemas.ts';

const nothing = z.null();
const one = z.object({ id });
const ofClip = z.object({ clipId: id });
const ofClient = z.object({ clientId: id });
const change = <T>(fields: z.ZodType<T>) => z.object({ id, fields });
/** Absolute path on this computer. */
const file = z.string().min(1).max(4096);
const passphrase = z.string().min(1).max(1000);

type Schemas = {
  readonly [N in ApiName]: { readonly input: z.ZodType<ApiInput<N>>; readonly output: z.ZodType<ApiOutput<N>> };
};

/** One pair per call. Fields that the contract does not name are left out of answers. */
export const SCHEMAS = {
  'app.about': { input: nothing, output: view.about },
  'settings.get': { input: nothing, output: record.settings },
  'settings.change': { input: z.object({ fields: record.settingsChange }), output: record.settings },
  'demo.add': { input: nothing, output: record.client },
  'clients.list': { input: nothing, output: z.array(view.clientLine) },
  'clients.search': { input: z.object({ query: z.string().max(1000) }), output: z.array(record.found) },
  'clients.open': {
    input: ofClient,
    output: z.object({ client: record.client, injuries: z.array(record.injury), sessions: z.array(record.session) }),
  },
  'clients.add': { input: record.freshClient, output: record.client },
  'clients.change': { input: change(record.clientChange), output: record.client },
  'clients.remove': { input: one, output: nothing },
  'clients.trends': {
    input: z.object({ clientId: id, ids: z.array(view.parameterId).max(100).optional() }),
    output: z.array(view.trend),
  },
  'clients.export': {
    input: z.object({ clientId: id, file: file.nullable(), passphrase }),
    output: view.writtenFile,
  },
  'clients.import': { input: z.object({ file, passphrase }), output: record.client },
  'injuries.add': { input: record.freshInjury, output: record.injury },
  'injuries.change': { input: change(record.injuryChange), output: record.injury },
  'injuries.remove': { input: one, output: nothing },
  'sessions.add': { input: record.freshSession, output: record.session },
  'sessions.change': { input: change(record.sessionChange), output: record.session },
  'sessions.open': {
    input: z.object({ sessionId: id }),
    output: z.object({
      session: record.session,
      clips: z.array(record.clip),
      results: z.array(record.resultSummary),
    }),
  },
  'sessions.remove': { input: one, output: nothing },
  'imports.add': { input: z.strictObject({ sessionId: id, file, ...record.clipFields }), output: view.importing },
  'imports.list': { input: nothing, output: z.array(view.importing) },
  'imports.cancel': { input: one, output: nothing },
  'exports.add': { input: z.object({ ask: view.exportAsk, file: file.nullable() }), output: view.exporting },
  'exports.list': { input: nothing, output: z.array(view.exporting) },
  'exports.cancel': { input: one, output: nothing },
  'clips.open': {
    input: ofClip,
    output: z.object({ clip: record.clip, session: record.session, client: record.client }),
  },
  'clips.film': { input: ofClip, output: view.film },
  'clips.exercise': { input: ofClip, output: view.exercise },
  'clips.change': { input: change(z.strictObject(record.clipFields)), output: record.clip },
  'clips.remove': { input: one, output: nothing },
  'trials.open': { input: ofClip, output: view.trial },
  'trials.pose': { input: ofClip, output: view.pose },
  'edits.add': { input: z.object({ clipId: id, edit: record.edit }), output: view.trial },
  'edits.undo': { input: ofClip, output: view.trial },
  'edits.redo': { input: ofClip, output: view.trial },
  'edits.remove': { input: z.object({ clipId: id, place: z.number().int().nonnegative() }), output: view.trial },
  'edits.undoAll': { input: ofClip, output: view.trial },
  'drawings.list': { input: ofClip, output: z.array(record.drawing) },
  'drawings.add': { input: record.freshDrawing, output: record.drawing },
  'drawings.change': { input: change(record.drawingChange), output: record.drawing },
  'drawings.remove': { input: one, output: nothing },
  'results.list': { input: ofClip, output: z.array(record.resultSummary) },
  'results.open': { input: z.object({ resultId: id }), output: view.result },
  'results.keep': { input: ofClip, output: record.resultSummary },
  'tests.list': { input: ofClient, output: z.array(record.test) },
  'tests.add': { input: record.freshTest, output: record.test },
  'tests.change': { input: change(record.testChange), output: record.test },
  'tests.remove': { input: one, output: nothing },
  'stages.list': { input: ofClient, output: z.array(record.stage) },
  'stages.add': { input: record.freshStage, output: record.stage },
  'stages.change': { input: change(record.stageChange), output: record.stage },
  'stages.remove': { input: one, output: nothing },
  'reports.list': { input: z.object({ sessionId: id }), output: z.array(record.report) },
  'reports.preview': { input: view.reportAsk, output: view.reportPreview },
  'reports.add': { input: record.newReport, output: record.report },
  'reports.open': { input: z.object({ reportId: id }), output: view.report },
  'reports.save': { input: z.object({ reportId: id, file: file.nullable() }), output: view.writtenFile },
  'reports.remove': { input: one, output: nothing },
  'sheets.preview': { input: view.sheetAsk, output: view.sheetPreview },
  'sheets.save': { input: z.object({ ask: view.sheetAsk, file: file.nullable() }), output: view.writtenFile },
  'library.status': { input: nothing, output: view.libraryStatus },
  'library.check': { input: nothing, output: view.libraryStatus },
  'library.backup': { input: z.object({ file: file.nullable() }), output: view.writtenFile },
  'library.restore': { input: z.object({ file }), output: z.object({ former: z.string().nullable() }) },
  'jobs.list': { input: nothing, output: z.array(view.job) },
  'jobs.add': { input: ofClip, output: view.job },
  'jobs.cancel': { input: z.object({ jobId: id }), output: nothing },
  'jobs.retry': { input: z.object({ jobId: id }), output: nothing },
  'jobs.lookAt': { input: ofClip, output: nothing },
} as const satisfies Schemas;
