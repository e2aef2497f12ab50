// What a killed program had said was safely kept, held against what its library holds now.
import { expect } from 'vitest';
import { GaitError } from '../../../core/errors.ts';
import type { Edit } from '../../../core/types.ts';
import type { Library } from '../../../electron/store/openLibrary.ts';
import { digestOf, type Said } from './killedProgram.ts';

type Kept = Extract<Said, { say: 'kept' }>;

/** `unsure` = the program was killed while it removed or imported the client. */
type Presence = 'here' | 'gone' | 'unsure';

export class Ledger {
  readonly files = new Set<string>();
  readonly #kept: Kept[] = [];
  readonly #presence = new Map<string, Presence>();
  readonly #edits = new Map<string, readonly Edit[]>();
  lines = 0;

  hear(said: readonly Said[]): void {
    for (const line of said) {
      if (line.say !== 'ready') this.lines++;
      if (line.say === 'kept') {
        this.#kept.push(line);
        if (!this.#presence.has(line.clientId)) this.#presence.set(line.clientId, 'here');
      }
      if (line.say === 'removing' || line.say === 'importing') this.#presence.set(line.clientId, 'unsure');
      if (line.say === 'removed') this.#presence.set(line.clientId, 'gone');
      if (line.say === 'imported') this.#presence.set(line.clientId, 'here');
      if (line.say === 'edits') this.#edits.set(line.clipId, line.edits);
      if (line.say === 'file') this.files.add(line.file);
    }
  }

  /** Fails where something that was kept is not there as it was, or something removed still is. */
  compare(library: Library): void {
    for (const [clientId, presence] of this.#presence) {
      const here = library.shelf.db.get('SELECT 1 AS known FROM clients WHERE id = ?', clientId) !== undefined;
      if (presence !== 'unsure') expect(here, `client ${clientId}`).toBe(presence === 'here');
      this.#presence.set(clientId, here ? 'here' : 'gone');
      const all = this.#kept.filter((one) => one.clientId === clientId);
      for (const one of all) expect(contentOf(library, one), `${one.what} ${one.id}`).toBe(here ? one.digest : null);
    }
    for (const [clipId, edits] of this.#edits) this.#compareEdits(clipId, edits, library);
  }

  /** The last step before the kill may be there without having been said: one edit more or less. */
  #compareEdits(clipId: string, edits: readonly Edit[], library: Library): void {
    const now = library.edits.history(clipId).edits;
    const both = Math.min(now.length, edits.length);
    expect(now.slice(0, both)).toEqual(edits.slice(0, both));
    expect(Math.abs(now.length - edits.length)).toBeLessThanOrEqual(1);
    this.#edits.set(clipId, now);
  }
}

/** @returns digest of what is there now, or null */
function contentOf(library: Library, { what, id }: Kept): string | null {
  try {
    if (what === 'client') return digestOf(library.clients.get(id));
    if (what === 'clip') return digestOf(library.clips.get(id));
    if (what === 'pose') return digestOf(library.poses.read(id));
    const { options, edits, result } = library.results.read(id);
    return digestOf({ options, edits, result });
  } catch (error) {
    if (error instanceof GaitError && error.code === 'record-missing') return null;
    throw error;
  }
}
