// What the command line asks for, checked before anything is opened.
import { parseArgs } from 'node:util';
import type { AnalyzeOptions } from '../../core/types.ts';
import { ANALYZE_DEFAULTS } from '../../core/types.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../export/writeExports.ts';

/** The user's words cannot be followed; the message says which and how to mend them. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

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

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'analyze'; readonly analyze: AnalyzeCommand };

export const HELP = `openstride analyze <video…> --out DIR

Measures running or walking in treadmill films and writes result.json, CSV tables and report.pdf into DIR
(one folder for each film when there are several).

  --out DIR                          where the results go (required)
  --view auto|left|right|posterior   which side faces the camera (left = the runner's left side is near)
  --gait auto|run|walk
  --speed-ms N                       belt speed as set on the treadmill, m/s: gives lengths in metres
  --incline-pct N                    incline of the belt
  --slow-motion N                    capture rate ÷ rate of the file, e.g. 8 for 240 per second stored at 30
  --height-m N  --mass-kg N          of the runner
  --from S  --to S                   measure only this part of the film, seconds
  --model heavy|full                 heavy (default) measures; full is a quick look
  --overlay                          also write overlay.mp4: the film with the skeleton on it
  --export xlsx,trc,mot,c3d          also write results.xlsx (spreadsheet), markers.trc and angles.mot (OpenSim), motion.c3d
  --no-report                        no report.pdf
  --blur-faces                       faces unrecognisable in overlay.mp4 and report.pdf
  --json                             print a summary as JSON on stdout
  --force                            replace results of another film in DIR
  --workers N                        processor cores to use (default: all, at most 8)
  --help  --version

Exit codes: 0 done · 2 wrong usage · 3 the video cannot be read · 4 no person or too little gait to measure ·
5 out of disk space or not writable · 130 cancelled · 1 anything else`;

const OPTIONS = {
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

/** @param args the words after `openstride` @throws UsageError */
export function parseArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...files] = positionals;
  if (command !== 'analyze') {
    throw new UsageError(`"${command ?? ''}" is not a command. Use: openstride analyze <video…> --out DIR`);
  }
  if (files.length === 0) throw new UsageError('No video was named. Use: openstride analyze <video…> --out DIR');
  if (!values.out) throw new UsageError('Say where the results should go with --out DIR.');
  const fromS = number(values.from, '--from', 0, Number.MAX_VALUE);
  const toS = number(values.to, '--to', 0, Number.MAX_VALUE);
  if (fromS !== null && toS !== null && toS <= fromS) throw new UsageError('--to must be later than --from.');
  const workers = number(values.workers, '--workers', 1, 64);
  if (workers !== null && !Number.isInteger(workers)) throw new UsageError('--workers takes a whole number.');
  return {
    kind: 'analyze',
    analyze: {
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
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...joinNegatives(args)], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's own sentence names the word that is off; its second half is about passing it on, which nobody here wants.
    const message = error instanceof Error ? error.message.split('. To specify')[0] : String(error);
    throw new UsageError(`${message.replace(/\.$/, '')}. "openstride --help" lists the options.`);
  }
}

/** "--incline-pct -3" means −3, not an option called -3. */
function* joinNegatives(args: readonly string[]) {
  for (let i = 0; i < args.length; i++) {
    const next = args[i + 1];
    if (/^--[a-z-]+$/.test(args[i]) && next !== undefined && /^-\d/.test(next)) {
      yield `${args[i]}=${next}`;
      i++;
    } else {
      yield args[i];
    }
  }
}

function number(text: string | undefined, name: string, least: number, most: number): number | null {
  if (text === undefined) return null;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`${name} takes a number, not "${text}".`);
  if (value < least || value > most) {
    const upTo = most === Number.MAX_VALUE ? `at least ${least}` : `between ${least} and ${most}`;
    throw new UsageError(`${name} must be ${upTo}, not ${text}.`);
  }
  return value;
}

function oneOf<T extends string>(text: string, name: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === text);
  if (found === undefined) throw new UsageError(`${name} takes ${allowed.join(', ')}, not "${text}".`);
  return found;
}

/** "trc,mot" as a list, each once. */
function formats(text: string): readonly ExportFormat[] {
  const names = text.split(',').filter((name) => name.trim() !== '');
  return [...new Set(names.map((name) => oneOf(name.trim(), '--export', EXPORT_FORMATS)))];
}
