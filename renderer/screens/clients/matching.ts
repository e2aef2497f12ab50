// Which clients the words searched for belong to: names and codes at once in the page, everything else by the library's own search.

import type { ClientLine, FoundLine } from '../../../core/api/views.ts';
import type { Client } from '../../../core/records/records.ts';

/** A client that was found, and the words of a note or an injury when it was found there. */
export interface Match {
  readonly line: ClientLine;
  readonly excerpt: string | null;
}

/** Small letters without accents, so that `muller` finds Müller. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const known = new WeakMap<Client, readonly string[]>();

/** Of name and code; a thousand clients are asked for theirs at every key. */
function wordsOf(client: Client): readonly string[] {
  const words = known.get(client) ?? plain(`${client.name} ${client.code}`).match(/[\p{L}\p{N}]+/gu) ?? [];
  known.set(client, words);
  return words;
}

/** @returns a test for a client: every word of the query begins a word of name or code; null when there is no word */
function nameTest(query: string): ((line: ClientLine) => boolean) | null {
  const wanted = plain(query).match(/[\p{L}\p{N}]+/gu);
  if (!wanted) return null;
  return ({ client }) => {
    const words = wordsOf(client);
    return wanted.every((begin) => words.some((word) => word.startsWith(begin)));
  };
}

/** Those of the right name first, in their order; then those where the library found the words elsewhere. */
export function matches(lines: readonly ClientLine[], query: string, found: readonly FoundLine[]): readonly Match[] {
  const isNamed = nameTest(query);
  if (!isNamed) return lines.map((line) => ({ line, excerpt: null }));
  const named = lines.filter(isNamed);
  const listed = new Set(named.map(({ client }) => client.id));
  const elsewhere: Match[] = [];
  for (const { clientId, excerpt } of found) {
    const line = listed.has(clientId) ? undefined : lines.find(({ client }) => client.id === clientId);
    if (line) elsewhere.push({ line, excerpt });
    listed.add(clientId);
  }
  return [...named.map((line) => ({ line, excerpt: null })), ...elsewhere];
}

/** The last visit first; those without any last, in the order they came. */
export function byVisit(lines: readonly ClientLine[]): readonly ClientLine[] {
  return lines.toSorted((a, b) => (b.lastSession ?? '').localeCompare(a.lastSession ?? ''));
}
