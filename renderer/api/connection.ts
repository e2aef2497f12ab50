// The way to the library: Electron's bridge where there is one, else the host on 127.0.0.1. Screens never see which.
import type { ApiAnswer, ApiError, ApiErrorCode, ApiInput, ApiName, ApiNews, ApiOutput } from '../../core/api.ts';
import { bridgeConnection } from './bridgeConnection.ts';
import { webConnection } from './webConnection.ts';

export interface Connection {
  call<N extends ApiName>(name: N, input: ApiInput<N>): Promise<ApiAnswer<ApiOutput<N>>>;
  /** @returns stops listening */
  onNews(hear: (news: ApiNews) => void): () => void;
  /** A film that was chosen or dropped → the `file` for an import. `onProgress` gets 0–1; under Electron nothing is sent. */
  handOver(film: File, onProgress: (done: number) => void, signal: AbortSignal): Promise<string>;
}

/** A call that was refused or failed; `message` says what happened and what to do. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ApiErrorCode;

  constructor({ code, message }: ApiError) {
    super(message);
    this.code = code;
  }
}

export const connection: Connection = bridgeConnection() ?? webConnection();

/** @throws ApiProblem */
export async function call<N extends ApiName>(name: N, input: ApiInput<N>): Promise<ApiOutput<N>> {
  const answer = await connection.call(name, input);
  if (!answer.ok) throw new ApiProblem(answer.error);
  return answer.value;
}
