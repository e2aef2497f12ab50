// What the clinic has set, at hand on every screen.

import { type AppSettings, SETTINGS_DEFAULTS } from '../../core/records/appSettings.ts';
import { useCall } from '../api/queries.ts';

/** The defaults until the library has answered. */
export function useSettings(): AppSettings {
  return useCall('settings.get', null).data ?? SETTINGS_DEFAULTS;
}
