// Which OpenStride this is.
import { ANALYSIS_VERSION } from '../../core/analyze.ts';
import manifest from '../../package.json' with { type: 'json' };

/** Written into every result, so that an old one can be told from a new one. */
export const AppVersion = { app: manifest.version, analysis: ANALYSIS_VERSION } as const;
