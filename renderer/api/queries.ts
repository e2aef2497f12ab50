// Questions to the library and changes of it, as hooks: what is asked is kept until something touches it.
import { MutationCache, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiInput, ApiName, ApiOutput } from '../../core/api.ts';
import { type ApiProblem, call } from './connection.ts';

/**
 * The library is on this computer: a question that failed once fails again, and nothing goes stale by itself.
 * @param onTrouble told of every change that failed and is not told of where it was asked for
 */
export function freshQueries(onTrouble: (problem: ApiProblem) => void): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _input, _context, { meta }) => {
        if (!meta?.toldHere) onTrouble(error as ApiProblem);
      },
    }),
    defaultOptions: {
      queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, structuralSharing: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Asks the library; `input` null means not yet, unless the call takes none. */
export function useCall<N extends ApiName>(name: N, input: ApiInput<N>, options: { readonly enabled?: boolean } = {}) {
  return useQuery<ApiOutput<N>, ApiProblem>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    ...options,
  });
}

/**
 * Changes the library; afterwards everything asked by the calls in `touches` is asked again.
 * @param toldHere a failure is shown beside what asked for it; otherwise a notice tells it
 */
export function useChange<N extends ApiName>(
  name: N,
  touches: readonly ApiName[],
  { toldHere = false }: { readonly toldHere?: boolean } = {},
) {
  const queries = useQueryClient();
  return useMutation<ApiOutput<N>, ApiProblem, ApiInput<N>>({
    mutationFn: (input) => call(name, input),
    meta: { toldHere },
    onSuccess: () => Promise.all(touches.map((touched) => queries.invalidateQueries({ queryKey: [touched] }))),
  });
}
