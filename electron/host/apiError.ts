// Turns whatever went wrong into a code and a sentence for the page.
import type { ApiError } from '../../core/api.ts';
import { GaitError } from '../../core/errors.ts';

/** Errors as values. A mistake of ours says no more than that it is one: its words may hold a client's name. */
export function apiError(error: unknown): ApiError {
  if (error instanceof GaitError) return { code: error.code, message: error.message };
  if (error instanceof RangeError) return { code: 'bad-input', message: error.message }; // a value that no record can have
  return { code: 'app-mistake', message: 'OpenStride made a mistake of its own. Nothing was changed.' };
}
