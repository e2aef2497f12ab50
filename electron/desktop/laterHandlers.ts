// The calls of a library that is still being opened: each waits for it, so that the page can ask as soon as it is there.
import type { ApiHandlers, ApiName } from '../../core/api.ts';
import { SCHEMAS } from '../host/apiSchemas.ts';

/** @param onSettings hears settings that were read or changed: the window follows its theme */
export function laterHandlers(
  handlers: Promise<ApiHandlers>,
  onSettings: (settings: Awaited<ReturnType<ApiHandlers['settings.get']>>) => void,
): ApiHandlers {
  const call = async (name: ApiName, input: unknown): Promise<unknown> => {
    const answer: unknown = await ((await handlers)[name] as (input: unknown) => unknown)(input);
    if (name === 'settings.get' || name === 'settings.change') onSettings(answer as Parameters<typeof onSettings>[0]);
    return answer;
  };
  const names = Object.keys(SCHEMAS) as ApiName[];
  return Object.fromEntries(names.map((name) => [name, (input: unknown) => call(name, input)])) as ApiHandlers;
}
