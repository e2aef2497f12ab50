// What the command line asks for, checked before anything is opened.
import { ANALYZE_OPTIONS, type AnalyzeCommand, analyzeOf } from './analyzeOptions.ts';
import {
  COMPARE_OPTIONS,
  type CompareCommand,
  compareOf,
  REPORT_OPTIONS,
  type ReportCommand,
  reportOf,
} from './reportOptions.ts';
import { readWords, UsageError } from './words.ts';

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'analyze'; readonly analyze: AnalyzeCommand }
  | { readonly kind: 'compare'; readonly compare: CompareCommand }
  | { readonly kind: 'report'; readonly report: ReportCommand };

export const HELP = `openstride analyze <video…> --out DIR
openstride compare A B [--out DIR]
openstride report RESULT… --out FILE.pdf

analyze

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

compare
Holds two visits, sides or conditions against each other, prints the table, and with --out writes comparison.json, comparison.csv
and comparison.pdf. A and B are result.json files, folders that analyze wrote (a folder of such folders is a visit filmed from
several sides), or films, which are measured first into DIR with the options above.

  --kind before-after|left-right|fresh-tired   default: left-right for one film from each side, else before-after
  --side-by-side 1|0.5|0.25          also write side-by-side.mp4 at that speed: both films in step by the phase of the stride

report
Makes a PDF of stored results: of one film; of two as compare does; of up to 12 visits as a follow-up, the baseline
first; of the clips of one run, fresh to tired, with the drift over all of them.

  --out FILE.pdf                     required
  --kind single|before-after|left-right|fresh-tired|follow-up   default: by how many there are
  --minutes 2,10,…                   fresh-tired: when each clip was filmed, minutes since the start of the run
  --force                            replace FILE.pdf

compare and report
  --names A,B,…                      what each is called, e.g. its date
  --client NAME  --clinic NAME  --logo FILE   a PNG or JPEG picture
  --text-client TEXT  --text-colleague TEXT   your own words for each
  --for client|colleague             plain words (default) or the clinic's
  --paper a4|letter
  --leave-out PART,…                 headline, differences, keyFrames, trend, curves, table, reasons, film, methods
  --film FILE                        where a film lies now, when it was moved; may be repeated
  --blur-faces                       faces unrecognisable in pictures and in side-by-side.mp4

  --help  --version

Exit codes: 0 done (also when two films cannot be compared: the reason is said) · 2 wrong usage · 3 the video or result cannot be read · 4 no person or too little gait to measure ·
5 out of disk space or not writable · 130 cancelled · 1 anything else`;

/** @param args the words after `openstride` @throws UsageError */
export function parseArguments(args: readonly string[]): Command {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) return { kind: 'help' };
  if (args[0] === 'compare') {
    const { values, positionals } = readWords(args.slice(1), COMPARE_OPTIONS);
    return { kind: 'compare', compare: compareOf(positionals, values) };
  }
  if (args[0] === 'report') {
    const { values, positionals } = readWords(args.slice(1), REPORT_OPTIONS);
    return { kind: 'report', report: reportOf(positionals, values) };
  }
  const { values, positionals } = readWords(args, ANALYZE_OPTIONS);
  if (values.version) return { kind: 'version' };
  const [command, ...files] = positionals;
  if (command !== 'analyze') {
    throw new UsageError(
      `"${command ?? ''}" is not a command. Use: openstride analyze, compare or report; --help tells how.`,
    );
  }
  if (files.length === 0) throw new UsageError('No video was named. Use: openstride analyze <video…> --out DIR');
  return { kind: 'analyze', analyze: analyzeOf(files, values) };
}
