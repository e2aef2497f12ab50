// What happens without being asked for: jobs and imports move on, films and results arrive; what it touches is asked again.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ExportView } from '../../core/api/exports.ts';
import type { ApiName, ApiNews, ImportView, JobView } from '../../core/api.ts';
import { connection } from './connection.ts';

/** What shows something of a clip. */
const OF_CLIPS: readonly ApiName[] = [
  'sessions.open',
  'trials.open',
  'clips.film',
  'clips.exercise',
  'clients.trends',
  'results.list',
  'library.status',
];

/** Listens as long as the app is open. */
export function useNews(): void {
  const queries = useQueryClient();
  useEffect(() => connection.onNews((news) => hear(queries, news)), [queries]);
}

function hear(queries: QueryClient, news: ApiNews): void {
  if (news.kind === 'job') {
    queries.setQueryData<readonly JobView[]>(['jobs.list', null], (jobs) => withOne(jobs ?? [], news.job));
  } else if (news.kind === 'import') {
    queries.setQueryData<readonly ImportView[]>(['imports.list', null], (all) => withOne(all ?? [], news.import));
    if (news.import.state === 'done') forget(queries, ['sessions.open', 'library.status']);
  } else if (news.kind === 'export') {
    queries.setQueryData<readonly ExportView[]>(['exports.list', null], (all) => withOne(all ?? [], news.export));
  } else if (news.kind === 'library') {
    void queries.resetQueries();
  } else if (news.kind === 'clip') {
    forget(queries, OF_CLIPS);
  }
}

function forget(queries: QueryClient, names: readonly ApiName[]): void {
  for (const name of names) void queries.invalidateQueries({ queryKey: [name] });
}

function withOne<T extends { readonly id: string }>(all: readonly T[], one: T): readonly T[] {
  return all.some(({ id }) => id === one.id) ? all.map((known) => (known.id === one.id ? one : known)) : [...all, one];
}
