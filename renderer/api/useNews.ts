// What happens without being asked for: jobs move on, films and results arrive; what it touches is asked again.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ApiName, ApiNews, JobView } from '../../core/api.ts';
import { connection } from './connection.ts';

/** What shows something of a clip. */
const OF_CLIPS: readonly ApiName[] = ['sessions.open', 'trials.open', 'clients.open'];

/** Listens as long as the app is open. */
export function useNews(): void {
  const queries = useQueryClient();
  useEffect(() => connection.onNews((news) => hear(queries, news)), [queries]);
}

function hear(queries: QueryClient, news: ApiNews): void {
  if (news.kind === 'job') {
    queries.setQueryData<readonly JobView[]>(['jobs.list', null], (jobs) => withJob(jobs ?? [], news.job));
  } else {
    for (const name of OF_CLIPS) void queries.invalidateQueries({ queryKey: [name] });
  }
}

function withJob(jobs: readonly JobView[], job: JobView): readonly JobView[] {
  return jobs.some((known) => known.id === job.id)
    ? jobs.map((known) => (known.id === job.id ? job : known))
    : [...jobs, job];
}
