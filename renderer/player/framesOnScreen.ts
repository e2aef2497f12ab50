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
    const picture = pictureIn(video);
    if (picture) shown(clock.frameOf(picture.timestamp / MICROSECONDS), picture);
    else requestAnimationFrame(tell); // a film that stands still presents nothing again by itself
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

/** @returns null in the moments when the browser has put one frame away and not got the next: a film that is loaded or sought anew */
function pictureIn(video: HTMLVideoElement): VideoFrame | null {
  try {
    return new VideoFrame(video);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'InvalidStateError') return null;
    throw error;
  }
}

/** A VideoFrame counts in them. */
const MICROSECONDS = 1e6;
