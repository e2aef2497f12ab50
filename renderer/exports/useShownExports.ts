// The exports worth a look, as every place that lists them sees them.
import type { ExportView } from '../../core/api/exports.ts';
import { useCall } from '../api/queries.ts';
import { shownExports } from './exportsInWords.ts';
import { useOwnExports } from './ownExports.ts';

/** In the order in which they were asked for. */
export function useShownExports(): readonly ExportView[] {
  const { data } = useCall('exports.list', null);
  return shownExports(data, useOwnExports().cleared);
}
