// Writes settings; they hold on every screen at once.
import { useState } from 'react';
import type { AppSettings } from '../../../core/records/appSettings.ts';
import { useChange } from '../../api/queries.ts';

/** `savedAt` is when something was last saved, ms; 0 = not yet. A failure is told by a notice. */
export function useChangeSettings() {
  const [savedAt, setSavedAt] = useState(0);
  const { mutateAsync } = useChange('settings.change', ['settings.get']);
  const save = async (fields: Partial<AppSettings>): Promise<void> => {
    await mutateAsync({ fields });
    setSavedAt(Date.now());
  };
  const change = (fields: Partial<AppSettings>): void => void save(fields).catch(() => undefined);
  return { change, save, savedAt };
}
