// What the engine and its worker processes say to each other.
import type { DetectedPerson, Letterbox } from './detectPeople.ts';
import type { PictureLook } from './pictureQuality.ts';
import type { FramePose } from './refineLandmarks.ts';
import type { Region } from './region.ts';

/** Sent once to a fresh worker. */
export interface WorkerSetup {
  readonly kind: 'setup';
  readonly detectorFile: string;
  readonly landmarkFile: string;
}

/** Look for people in a whole frame. `pixels` is 224 × 224 × 3 bytes. */
export interface DetectJob {
  readonly kind: 'detect';
  readonly pixels: Uint8Array;
  readonly fit: Letterbox;
}

/** Find the landmarks of the person in a region. `pixels` is 256 × 256 × 3 bytes. */
export interface LandmarkJob {
  readonly kind: 'landmarks';
  readonly pixels: Uint8Array;
  readonly region: Region;
}

export type PoseJob = DetectJob | LandmarkJob;

/** A frame's landmarks and what its picture looks like. */
export interface SeenFrame extends FramePose {
  readonly look: PictureLook;
}

export type PoseAnswer<J extends PoseJob> = J extends DetectJob ? readonly DetectedPerson[] : SeenFrame;

export type ToWorker =
  | WorkerSetup
  | { readonly kind: 'job'; readonly id: number; readonly job: PoseJob }
  /** End after what runs now; what waits is not begun. */
  | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly answer: unknown; readonly networkMs: number }
  | { readonly kind: 'failed'; readonly id: number | null; readonly message: string };
