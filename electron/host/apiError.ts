// Turns whatever went wrong into a code and a sentence for the page.
import type { ApiError } from '../../core/api.ts';
import { GaitError } from '../../core/errors.ts';

/** What was asked for is not there, or was never possible: the handlers' own way to say so. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly code: 'not-found' | 'bad-input';

  constructor(code: 'not-found' | 'bad-input', message: string) {
    super(message);
    this.code = code;
  }
}

/** Errors as values. A mistake of ours says no more than that it is one: its words may hold a client's name. */
export function apiError(error: unknown): ApiError {
  if (error instanceof GaitError || error instanceof ApiRefusal) return { code: error.code, message: error.message };
  return { code: 'app-mistake', message: 'OpenStride made a mistake of its own. Nothing was changed.' };
}
