// What a clinic has set once for everything it does with a library.

export const SPEED_UNITS = ['km/h', 'm/s', 'min/km'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;

export interface AppSettings {
  /** How belt speeds are shown and typed; stored they are m/s. */
  readonly speedUnit: (typeof SPEED_UNITS)[number];
  readonly theme: (typeof THEMES)[number];
  /** Printed on reports; '' = none. */
  readonly clinicName: string;
  /** Printed on reports: a `data:image/png;base64,…` or `data:image/jpeg;base64,…` URL; null = none. */
  readonly clinicLogo: string | null;
  /** The network of the next analysis: `heavy` sees best, `full` is faster. */
  readonly model: 'heavy' | 'full';
  /** Processes of the next analysis; null = as many as suit this computer. */
  readonly workers: number | null;
  /** Size of all text, % of the usual. */
  readonly textSizePct: number;
}

export const SETTINGS_DEFAULTS: AppSettings = {
  speedUnit: 'km/h',
  theme: 'system',
  clinicName: '',
  clinicLogo: null,
  model: 'heavy',
  workers: null,
  textSizePct: 100,
};

/** Ours: a logo in print needs some 100 kB, and settings are read at every start. Bytes of the picture. */
const MOST_LOGO_BYTES = 500_000;
const MOST_WORKERS = 64;
const LOGO = /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/;

/** @throws RangeError with the field's name */
export function checkSettings(settings: AppSettings): void {
  const { clinicName, clinicLogo, workers, textSizePct } = settings;
  if (clinicName.length > 200) throw new RangeError('clinicName is longer than 200 characters.');
  if (clinicLogo !== null && !LOGO.test(clinicLogo)) throw new RangeError('clinicLogo is no PNG or JPEG picture.');
  if (clinicLogo !== null && (clinicLogo.length - clinicLogo.indexOf(',')) * 0.75 > MOST_LOGO_BYTES + 3)
    throw new RangeError('clinicLogo is larger than 500 kB; make the picture smaller.');
  if (workers !== null && !(Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS))
    throw new RangeError(`workers is ${workers}; it lies between 1 and ${MOST_WORKERS}.`);
  if (!(textSizePct >= 100 && textSizePct <= 200))
    throw new RangeError(`textSizePct is ${textSizePct}; it lies between 100 and 200.`);
}
