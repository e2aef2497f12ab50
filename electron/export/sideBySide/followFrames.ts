// Follows one film forwards to the frames that are asked for; holds one picture at a time.

import { type DecodeOptions, decodeVideo } from '../../video/decode.ts';
import type { VideoProbe } from '../../video/probe.ts';

/** A film that is read on as later frames are asked for. */
export interface FollowedFrames {
  /**
   * The picture of a frame, or of the next one that can be read, or of the last. Valid until another is asked for.
   * @param frame number in the film, never less than the one before
   * @throws GaitError `video-unreadable`, `cancelled`
   */
  at(frame: number): Promise<Uint8Array>;
  /** Ends the reading; needed in every case. */
  close(): Promise<void>;
}

/** Opens a film at the first frame that will be asked for. */
export function followFrames(probe: VideoProbe, options: DecodeOptions): FollowedFrames {
  const frames = decodeVideo(probe, options);
  let index = -1;
  let data: Uint8Array | null = null;
  return {
    async at(frame) {
      while (index < frame) {
        const next = await frames.next();
        if (next.done) break;
        index = next.value.index;
        data = next.value.data;
      }
      if (data === null) throw new RangeError(`no frame ${frame} in this part of the film`);
      return data;
    },
    close: async () => {
      await frames.return();
    },
  };
}
