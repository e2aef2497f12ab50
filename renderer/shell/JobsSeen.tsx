// How many films are being analysed, on every screen.
import { useCall } from '../api/queries.ts';

export function JobsSeen() {
  const { data: jobs } = useCall('jobs.list', null);
  const busy = jobs?.filter(({ state }) => state === 'running' || state === 'waiting') ?? [];
  if (busy.length === 0) return null;
  const done = busy.find(({ state }) => state === 'running')?.progress?.done ?? 0;
  return (
    <span className="quiet" role="status">
      {busy.length === 1 ? 'Analysing 1 film' : `Analysing ${busy.length} films`}, {Math.round(100 * done)} %
    </span>
  );
}
