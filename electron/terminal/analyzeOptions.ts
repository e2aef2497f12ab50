// What `openstride analyze` can be told, checked; `compare` takes the same for films it has to measure first.
import { ANALYZE_DEFAULTS, type AnalyzeOptions } from '../../core/types.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../export/writeExports.ts';
import { number, oneOf, type readWords, UsageError } from './words.ts';

export interface AnalyzeCommand {
  readonly files: readonly string[];
  readonly outDir: string;
  readonly analysis: AnalyzeOptions;
  readonly model: 'heavy' | 'full';
  readonly overlay: boolean;
  readonly report: boolean;
  readonly blurFaces: boolean;
  readonly exports: readonly ExportFormat[];
  readonly json: boolean;
  readonly force: boolean;
  readonly workers: number | null;
  readonly fromS: number | null;
  readonly toS: number | null;
}

/** Options and whether they take a value. */
export const ANALYZE_OPTIONS = {
  out: { type: 'string' },
  view: { type: 'string', default: 'auto' },
  gait: { type: 'string', default: 'auto' },
  'speed-ms': { type: 'string' },
  'incline-pct': { type: 'string' },
  'slow-motion': { type: 'string' },
  'height-m': { type: 'string' },
  'mass-kg': { type: 'string' },
  model: { type: 'string', default: 'heavy' },
  overlay: { type: 'boolean', default: false },
  'no-report': { type: 'boolean', default: false },
  'blur-faces': { type: 'boolean', default: false },
  export: { type: 'string', default: '' },
  json: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  workers: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readWords<typeof ANALYZE_OPTIONS>>['values'];

/** @param files films to measure @param values as read with {@link ANALYZE_OPTIONS} @throws UsageError */
export function analyzeOf(files: readonly string[], values: Values): AnalyzeCommand {
  if (!values.out) throw new UsageError('Say where the results should go with --out DIR.');
  const fromS = number(values.from, '--from', 0, Number.MAX_VALUE);
  const toS = number(values.to, '--to', 0, Number.MAX_VALUE);
  if (fromS !== null && toS !== null && toS <= fromS) throw new UsageError('--to must be later than --from.');
  const workers = number(values.workers, '--workers', 1, 64);
  if (workers !== null && !Number.isInteger(workers)) throw new UsageError('--workers takes a whole number.');
  return {
    files,
    outDir: values.out,
    analysis: {
      view: oneOf(values.view, '--view', ['auto', 'left', 'right', 'posterior']),
      gait: oneOf(values.gait, '--gait', ['auto', 'run', 'walk']),
      speedMs: number(values['speed-ms'], '--speed-ms', 0.1, 12),
      inclinePct: number(values['incline-pct'], '--incline-pct', -20, 40),
      slowMotion: number(values['slow-motion'], '--slow-motion', 0.1, 64) ?? ANALYZE_DEFAULTS.slowMotion,
      heightM: number(values['height-m'], '--height-m', 0.5, 2.5),
      massKg: number(values['mass-kg'], '--mass-kg', 10, 300),
    },
    model: oneOf(values.model, '--model', ['heavy', 'full']),
    overlay: values.overlay,
    report: !values['no-report'],
    blurFaces: values['blur-faces'],
    exports: formats(values.export),
    json: values.json,
    force: values.force,
    workers,
    fromS,
    toS,
  };
}

/** "trc,mot" as a list, each once. */
function formats(text: string): readonly ExportFormat[] {
  const names = text.split(',').filter((name) => name.trim() !== '');
  return [...new Set(names.map((name) => oneOf(name.trim(), '--export', EXPORT_FORMATS)))];
}
