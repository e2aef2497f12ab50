// `openstride analyze`, `compare` and `report`: films in, measured reports out, from a terminal.
import { AppVersion } from './jobs/appVersion.ts';
import { analyzeCommand } from './terminal/analyzeCommand.ts';
import { compareCommand } from './terminal/compareCommand.ts';
import { EXIT, exitCodeFor } from './terminal/exitCodes.ts';
import { HELP, parseArguments } from './terminal/parseArguments.ts';
import { reportCommand } from './terminal/reportCommand.ts';
import { UsageError } from './terminal/words.ts';

async function run(): Promise<number> {
  const command = parseArguments(process.argv.slice(2));
  if (command.kind === 'help') {
    process.stdout.write(`${HELP}\n`);
    return process.argv.length > 2 ? EXIT.done : EXIT.usage;
  }
  if (command.kind === 'version') {
    process.stdout.write(`${AppVersion.app}\n`);
    return EXIT.done;
  }
  const stop = new AbortController();
  // The first Ctrl-C stops cleanly; a second one, from someone who cannot wait, stops at once.
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  process.once('SIGHUP', () => stop.abort());
  const terminal = { stdout: process.stdout, stderr: process.stderr, signal: stop.signal };
  if (command.kind === 'compare') return compareCommand(command.compare, terminal);
  if (command.kind === 'report') return reportCommand(command.report, terminal);
  return analyzeCommand(command.analyze, terminal);
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? EXIT.usage : exitCodeFor(error);
}
