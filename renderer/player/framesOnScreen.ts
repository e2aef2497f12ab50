// Takes each frame out of a <video> as it is presented, with its own time on it.
import type { FilmClock } from './filmClock.ts';

/**
 * Calls `shown` with every frame that the browser presents, while playing and after each seek. The frame comes with its picture,
 * which the hearer closes: the browser may already be one frame further on when it says what it presented, so what is drawn is this
 * picture and nothing else.
 * @returns stops telling
 */
export function framesOnScreen(
  video: HTMLVideoElement,
  clock: FilmClock,
  shown: (frame: number, picture: VideoFrame) => void,
): () => void {
  let stopped = false;
  const tell = (): void => {
    if (stopped || video.readyState < video.HAVE_CURRENT_DATA) return;
    const picture = new VideoFrame(video);
    shown(clock.frameOf(picture.timestamp / MICROSECONDS), picture);
  };
  let handle = video.requestVideoFrameCallback(function presented() {
    handle = video.requestVideoFrameCallback(presented);
    tell();
  });
  /** A seek that stays on the same frame presents nothing new. */
  const seeked = (): void => {
    requestAnimationFrame(() => requestAnimationFrame(tell));
  };
  video.addEventListener('seeked', seeked);
  return () => {
    stopped = true;
    video.cancelVideoFrameCallback(handle);
    video.removeEventListener('seeked', seeked);
  };
}

/** A VideoFrame counts in them. */
const MICROSECONDS = 1e6;
