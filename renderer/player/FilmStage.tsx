// The film on its stage: the picture, zoomed and moved as one likes, and whatever is laid over it.
import { type PointerEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import css from './FilmStage.module.css';
import type { FilmPlayer } from './filmPlayer.ts';
import { PictureCanvas } from './PictureCanvas.tsx';
import { pannedBy, pictureFrame, type Size, zoomedAt } from './pictureFrame.ts';
import { type Stage, StageContext } from './stageContext.ts';
import { useSize } from './useSize.ts';
import type { ZoomControl } from './useZoom.ts';

export interface FilmStageProps {
  readonly player: FilmPlayer;
  /** Of the upright source picture: FilmView's. */
  readonly source: Size;
  /** Where the film for playback is; null while there is none, then the ground is empty and overlays are drawn alone. */
  readonly filmPath: string | null;
  /** Left and right exchanged. */
  readonly mirrored?: boolean;
  readonly zoom: ZoomControl;
  /** The wheel makes larger and smaller with Ctrl only, where it is needed to scroll the page. */
  readonly wheelScrolls?: boolean;
  /** What a screen reader calls it. */
  readonly label: string;
  /** Overlays, each filling the stage. */
  readonly children?: ReactNode;
}

/** One notch of a wheel. */
const WHEEL_STEP = 1.0015;

export function FilmStage(props: FilmStageProps) {
  const { player, source, filmPath, mirrored = false, zoom, wheelScrolls = false, label, children } = props;
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const size = useSize(element);
  const { widthPx, heightPx } = source;
  const picture = useMemo(
    () => pictureFrame({ widthPx, heightPx }, size, zoom.zoom, mirrored),
    [widthPx, heightPx, size, zoom.zoom, mirrored],
  );
  const stage = useMemo<Stage>(
    () => ({ player, picture, size, element, video: filmPath ? video : null }),
    [player, picture, size, element, video, filmPath],
  );
  useAttached(player, video);
  useWheel(stage, zoom, wheelScrolls);
  return (
    <section ref={setElement} className={css.stage} aria-label={label} {...panning(stage, zoom)}>
      {filmPath && (
        <video
          ref={setVideo}
          src={filmPath}
          muted
          playsInline
          disablePictureInPicture
          preload="auto"
          tabIndex={-1}
          aria-hidden="true"
          className={css.video}
          style={{
            left: picture.leftPx,
            top: picture.topPx,
            width: widthPx * picture.scale,
            height: heightPx * picture.scale,
            transform: mirrored ? 'scaleX(-1)' : undefined,
          }}
        />
      )}
      <StageContext value={stage}>
        {filmPath && <PictureCanvas />}
        {children}
      </StageContext>
    </section>
  );
}

function useAttached(player: FilmPlayer, video: HTMLVideoElement | null): void {
  useEffect(() => {
    if (!video) return;
    const letGo = player.attach(video);
    return () => {
      letGo();
      // A film that is still loading or playing would keep its decoder, and with it the whole screen, until it ends.
      video.pause();
      video.removeAttribute('src');
      video.load();
    };
  }, [player, video]);
}

/** By hand, because React's wheel listeners may not keep the page from scrolling. */
function useWheel(stage: Stage, zoom: ZoomControl, scrolls: boolean): void {
  const { element, picture, size } = stage;
  useEffect(() => {
    if (!element) return;
    const turned = (event: WheelEvent): void => {
      if (scrolls && !event.ctrlKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      zoom.set(zoomedAt(picture, size, at, WHEEL_STEP ** -event.deltaY));
    };
    element.addEventListener('wheel', turned, { passive: false });
    return () => element.removeEventListener('wheel', turned);
  }, [element, picture, size, zoom, scrolls]);
}

/** A drag on the bare picture moves it; handles and tools on top stop the event before it comes here. */
function panning({ picture }: Stage, zoom: ZoomControl) {
  if (!zoom.zoom) return {};
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId))
        zoom.set((before) => pannedBy(picture, before, event.movementX, event.movementY));
    },
  };
}
