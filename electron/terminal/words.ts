// How the words of a command line are read and checked, whatever the command.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** The user's words cannot be followed; the message says which and how to mend them. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Names and options. @throws UsageError for an option that is not known or lacks its value */
export function readWords<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...joinNegatives(args)], options, allowPositionals: true, strict: true });
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

/** A number between two limits; null when the option was not given. @throws UsageError */
export function number(text: string | undefined, name: string, least: number, most: number): number | null {
  if (text === undefined) return null;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`${name} takes a number, not "${text}".`);
  if (value < least || value > most) {
    const upTo = most === Number.MAX_VALUE ? `at least ${least}` : `between ${least} and ${most}`;
    throw new UsageError(`${name} must be ${upTo}, not ${text}.`);
  }
  return value;
}

/** One of a few words. @throws UsageError */
export function oneOf<T extends string>(text: string, name: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === text);
  if (found === undefined) throw new UsageError(`${name} takes ${allowed.join(', ')}, not "${text}".`);
  return found;
}
