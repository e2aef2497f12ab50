// Tells each frame of a <video> in the moment it goes to the screen.
import type { FilmClock } from './filmClock.ts';

/**
 * Calls `shown` with every frame that the browser presents, while playing and after each seek.
 * @returns stops telling
 */
export function framesOnScreen(video: HTMLVideoElement, clock: FilmClock, shown: (frame: number) => void): () => void {
  let stopped = false;
  let presented = 0;
  let handle = video.requestVideoFrameCallback(function tell(_now, { mediaTime }) {
    if (stopped) return;
    presented++;
    handle = video.requestVideoFrameCallback(tell);
    shown(clock.frameOf(mediaTime));
  });
  /** A seek that stays on the same picture presents nothing new: then the picture is the one at its time. */
  const seeked = (): void => {
    const before = presented;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!stopped && presented === before && !video.seeking) shown(clock.frameDuring(video.currentTime));
      }),
    );
  };
  video.addEventListener('seeked', seeked);
  return () => {
    stopped = true;
    video.cancelVideoFrameCallback(handle);
    video.removeEventListener('seeked', seeked);
  };
}
