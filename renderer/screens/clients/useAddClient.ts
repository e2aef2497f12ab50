// Adds a client with a name or a code and opens it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Client } from '../../../core/records/records.ts';
import { type ApiProblem, call } from '../../api/connection.ts';
import { clientPlace } from '../../shell/places.ts';

const NOTHING_MORE = { birthDate: null, sex: null, heightM: null, massKg: null, notes: '' } as const;

/** Everything else of the client is filled in on its own screen. */
export function useAddClient() {
  const queries = useQueryClient();
  const [, go] = useLocation();
  return useMutation<Client, ApiProblem, { readonly name: string; readonly code: string }>({
    mutationFn: (who) => call('clients.add', { ...NOTHING_MORE, ...who }),
    meta: { toldHere: true },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['clients.list'] });
      go(clientPlace(id));
    },
  });
}
