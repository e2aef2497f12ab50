// Key frames with the faces made unrecognisable before they go anywhere: into a PDF or a file.

import { coverRegions } from '../../../core/export/coverRegions.ts';
import { type FaceSource, faceCovers } from '../../../core/export/faceCover.ts';
import { decodeJpeg, encodePicture } from '../pictures.ts';

/**
 * New JPEGs of whole source frames, of the same size.
 * @param pictures by number of the frame in the result
 * @throws GaitError `video-unreadable`, `cancelled`, `ffmpeg-missing`: no picture is handed out then
 */
export async function coverFaces(
  pictures: ReadonlyMap<number, Uint8Array>,
  source: FaceSource,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<ReadonlyMap<number, Uint8Array>> {
  const covers = faceCovers(source);
  const covered = await Promise.all(
    Array.from(pictures, async ([frame, jpeg]) => {
      const canvas = await decodeJpeg(jpeg, options);
      const { widthPx, heightPx } = source.picture;
      const regions = covers[frame];
      if (regions === undefined) throw new RangeError(`no frame ${frame} in a result of ${covers.length}`);
      coverRegions(canvas, regions, { x: canvas.widthPx / widthPx, y: canvas.heightPx / heightPx });
      return [frame, await encodePicture(canvas, 'jpeg', options)] as const;
    }),
  );
  return new Map(covered);
}
