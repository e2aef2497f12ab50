// `openstride analyze …`: films in, measured reports out, from a terminal.
import { AppVersion } from './jobs/appVersion.ts';
import { analyzeCommand } from './terminal/analyzeCommand.ts';
import { EXIT, exitCodeFor } from './terminal/exitCodes.ts';
import { HELP, parseArguments, UsageError } from './terminal/parseArguments.ts';

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
  return analyzeCommand(command.analyze, { stdout: process.stdout, stderr: process.stderr, signal: stop.signal });
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? EXIT.usage : exitCodeFor(error);
}
