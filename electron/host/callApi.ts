// One call of the contract, whichever way it came: checked, answered, checked again; errors come back as codes.
import type { ApiAnswer, ApiHandlers, ApiName } from '../../core/api.ts';
import { apiError } from './apiError.ts';
import { SCHEMAS } from './apiSchemas.ts';

/** Hears of mistakes of the program itself, for its log. */
export type OnMistake = (name: string, error: unknown) => void;

/** True for a name in the contract. */
function isApiName(name: string): name is ApiName {
  return Object.hasOwn(SCHEMAS, name);
}

/**
 * Answers one call; never throws.
 * @param input as it arrived, not yet believed
 */
export async function callApi(
  handlers: ApiHandlers,
  name: string,
  input: unknown,
  onMistake: OnMistake,
): Promise<ApiAnswer<unknown>> {
  if (!isApiName(name)) return { ok: false, error: { code: 'not-found', message: `There is no call ${name}.` } };
  const asked = SCHEMAS[name].input.safeParse(input);
  if (!asked.success) {
    const where = asked.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; ');
    return { ok: false, error: { code: 'bad-input', message: `This cannot be done as asked: ${where}.` } };
  }
  try {
    const handler = handlers[name] as (input: unknown) => unknown;
    const value = SCHEMAS[name].output.parse(await handler(asked.data));
    return { ok: true, value };
  } catch (error) {
    const told = apiError(error);
    if (told.code === 'app-mistake') onMistake(name, error);
    return { ok: false, error: told };
  }
}
