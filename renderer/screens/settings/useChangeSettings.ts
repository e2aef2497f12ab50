// Writes settings; they hold on every screen at once.
import { useState } from 'react';
import type { AppSettings } from '../../../core/records/appSettings.ts';
import { useChange } from '../../api/queries.ts';

/** `savedAt` is when something was last saved, ms; 0 = not yet. */
export function useChangeSettings() {
  const [savedAt, setSavedAt] = useState(0);
  const { mutateAsync, error } = useChange('settings.change', ['settings.get']);
  const change = async (fields: Partial<AppSettings>): Promise<void> => {
    await mutateAsync({ fields });
    setSavedAt(Date.now());
  };
  return { change, savedAt, error };
}
