// What the screens are shown of the library: records put together as one look needs them.

import type { Client, Clip, Injury, ResultSummary, Session } from '../records/records.ts';
import type { PoseInfo } from '../report/provenance.ts';
import type { Edit, TrialResult } from '../types.ts';

/** A line of the list of clients. */
export interface ClientLine {
  readonly client: Client;
  readonly sessions: number;
  /** Date of the last session, or null. */
  readonly lastSession: string | null;
}

/** A place where the words searched for were found. */
export interface FoundLine {
  readonly kind: 'client' | 'injury' | 'session';
  readonly id: string;
  readonly clientId: string;
  /** A few words around the place, found words in ‹ ›. */
  readonly excerpt: string;
}

export interface ClientView {
  readonly client: Client;
  readonly injuries: readonly Injury[];
  /** The last first. */
  readonly sessions: readonly Session[];
}

export interface SessionView {
  readonly session: Session;
  readonly clips: readonly Clip[];
  /** Of all its clips, the last first. */
  readonly results: readonly ResultSummary[];
}

export interface EditsView {
  /** In force, in order. */
  readonly edits: readonly Edit[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** One clip, measured with the edits in force. */
export interface TrialView {
  readonly clip: Clip;
  /** Which network looked; null while nobody has. */
  readonly pose: PoseInfo | null;
  readonly edits: EditsView;
  /** Null while there is no pose. */
  readonly result: TrialResult | null;
  /** Where the web host has the film for playback; it may not be made yet. */
  readonly filmPath: string;
}
