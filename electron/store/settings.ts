// The clinic's settings: one sealed row, because its name and logo are nobody else's business.
import { type AppSettings, checkSettings, SETTINGS_DEFAULTS } from '../../core/records/appSettings.ts';
import type { Shelf } from './recordTable.ts';

export interface SettingsStore {
  /** What was never set is as in SETTINGS_DEFAULTS. */
  get(): AppSettings;
  /** Fields left out stay. @throws RangeError for values that no setting can have */
  change(fields: Partial<AppSettings>): AppSettings;
}

const NAME = 'settings';
const PLACE = 'sealed_values/settings';

/** Opens the settings. */
export function settingsStore({ db, sealer }: Shelf): SettingsStore {
  const get = (): AppSettings => {
    const sealed = db.get('SELECT sealed FROM sealed_values WHERE name = ?', NAME)?.sealed;
    const kept = sealed ? JSON.parse(sealer.open(sealed as Uint8Array, PLACE).toString()) : {};
    return { ...SETTINGS_DEFAULTS, ...kept };
  };
  return {
    get,
    change: (fields) =>
      db.write(() => {
        const settings = { ...get(), ...fields };
        checkSettings(settings);
        const sealed = sealer.seal(Buffer.from(JSON.stringify(settings)), PLACE);
        db.run('INSERT OR REPLACE INTO sealed_values (name, sealed) VALUES (?, ?)', NAME, sealed);
        return settings;
      }),
  };
}
