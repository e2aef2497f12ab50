// What can leave the clinic as a file, and how far that is.

import type { ApiError } from '../api.ts';
import type { PlaybackSpeed } from '../export/stepClock.ts';
import type { ChannelId, Side } from '../types.ts';
import type { WrittenFile } from './views.ts';

/** Tables of one clip: spreadsheet, CSV of measures and of curves, OpenSim's points and angles, C3D, and everything as JSON. */
export const TABLE_FORMATS = ['xlsx', 'parameters', 'curves', 'trc', 'mot', 'c3d', 'json'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** What is drawn over a film or frame; left out means skeleton and angles, and for films the strip of phases. */
export interface ShownParts {
  readonly skeleton?: boolean | undefined;
  readonly angles?: boolean | undefined;
  readonly phase?: boolean | undefined;
}

/** One leg of a comparison film. */
export interface PairedFilm {
  readonly clipId: string;
  readonly side: Side;
  /** Stands above the film, e.g. `Before · 2026-01-12`. */
  readonly title: string;
  readonly mirrored: boolean;
}

/** One leg whose curve is laid on another's. */
export interface PairedCurve {
  readonly clipId: string;
  readonly side: Side;
  /** What its line is called, e.g. `12 Jan 2026`. */
  readonly name: string;
}

/** One file to be made. Clips are measured with the corrections in force. */
export type ExportAsk =
  | { readonly kind: 'table'; readonly clipId: string; readonly format: TableFormat }
  | {
      readonly kind: 'film';
      readonly clipId: string;
      readonly show?: ShownParts | undefined;
      readonly blurFaces: boolean;
    }
  | {
      readonly kind: 'frame';
      readonly clipId: string;
      /** Number in the measured part of the film. */
      readonly frame: number;
      readonly format: 'png' | 'jpeg';
      readonly show?: ShownParts | undefined;
      readonly blurFaces: boolean;
    }
  | { readonly kind: 'chart'; readonly clipId: string; readonly channel: ChannelId; readonly format: 'svg' | 'png' }
  | {
      readonly kind: 'pair';
      readonly a: PairedFilm;
      readonly b: PairedFilm;
      readonly speed: PlaybackSpeed;
      readonly skeleton?: boolean | undefined;
      readonly blurFaces: boolean;
    }
  | {
      /** Both curves of one angle on the films' clock. */
      readonly kind: 'pairChart';
      readonly a: PairedCurve;
      readonly b: PairedCurve;
      readonly channel: ChannelId;
      readonly format: 'svg' | 'png';
    };

/** Kinds of files, as told of each on its way. */
export const EXPORT_KINDS = [
  'table',
  'film',
  'frame',
  'chart',
  'pair',
  'pairChart',
] as const satisfies readonly ExportAsk['kind'][];

/** One file on its way. */
export interface ExportView {
  readonly id: string;
  readonly kind: ExportAsk['kind'];
  /** Of a pair the first. */
  readonly clipId: string;
  /** Name of the file, without its folder. */
  readonly name: string;
  /** One film is written at a time; tables and pictures wait for each other only. */
  readonly state: 'waiting' | 'writing' | 'done' | 'failed' | 'cancelled';
  /** 0–1, never going back. */
  readonly done: number;
  /** Null unless failed. */
  readonly trouble: ApiError | null;
  /** Null unless done. */
  readonly written: WrittenFile | null;
}
