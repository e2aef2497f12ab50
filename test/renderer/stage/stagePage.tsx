// The film's stage alone on a page: what a test measures the overlay against.
import { createRoot } from 'react-dom/client';
import { fromWire } from '../../../core/api/wire.ts';
import type { TrialResult } from '../../../core/types.ts';
import { BodyOverlay } from '../../../renderer/overlay/BodyOverlay.tsx';
import { FilmStage } from '../../../renderer/player/FilmStage.tsx';
import type { FilmPlayer } from '../../../renderer/player/filmPlayer.ts';
import { useFilmPlayer } from '../../../renderer/player/usePlayer.ts';
import { useZoom } from '../../../renderer/player/useZoom.ts';
import { readCounter } from '../../support/frameCounter.ts';

/** What the stage is told: `film.json`. */
export interface StagedFilm {
  readonly source: { readonly widthPx: number; readonly heightPx: number };
  readonly timeS: Float64Array;
  readonly result: TrialResult;
}

/** The frame that the overlay was drawn for, and the number in the picture, read together. */
export interface Seen {
  readonly overlay: number;
  readonly counter: number;
}

declare global {
  interface Window {
    player: FilmPlayer;
    see: () => Seen;
    /** Seeks and waits until the player says that the frame is on the screen. */
    goTo: (frame: number) => Promise<Seen>;
    /** Plays from the beginning and looks in each frame's callback. */
    watch: (rate: number, frames: number) => Promise<readonly Seen[]>;
  }
}

const pixels = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

function see(): Seen {
  const [picture, overlay] = document.querySelectorAll('canvas');
  const { width, height } = picture!;
  [pixels.canvas.width, pixels.canvas.height] = [width, height];
  pixels.drawImage(picture!, 0, 0);
  const { data } = pixels.getImageData(0, Math.floor(height / 2), width, 1);
  const row = data.filter((_, i) => i % 4 < 3);
  return {
    overlay: Number(overlay!.dataset.frame),
    counter: readCounter(Uint8Array.from(row), width, 1),
  };
}

function Stage({ film }: { readonly film: StagedFilm }) {
  const player = useFilmPlayer(film.timeS);
  const zoom = useZoom();
  window.player = player;
  return (
    <div style={{ width: 640, height: 360 }}>
      <FilmStage player={player} source={film.source} filmPath="film.mp4" zoom={zoom} label="film">
        <BodyOverlay result={film.result} />
      </FilmStage>
    </div>
  );
}

window.see = see;
window.goTo = (frame) =>
  new Promise((resolve) => {
    const look = (): void => {
      if (window.player.aimedFrame !== frame || window.player.state.frame !== frame) return;
      stop();
      resolve(see());
    };
    const stop = window.player.subscribe(look);
    window.player.seekFrame(frame);
    look();
  });
window.watch = async (rate, frames) => {
  const video = document.querySelector('video')!;
  const seen: Seen[] = [];
  await window.goTo(0);
  window.player.setRate(rate);
  return new Promise((resolve) => {
    video.requestVideoFrameCallback(function look() {
      seen.push(see());
      if (seen.length < frames && window.player.state.playing) video.requestVideoFrameCallback(look);
      else {
        window.player.pause();
        resolve(seen);
      }
    });
    window.player.play();
  });
};

const film = fromWire(await (await fetch('film.json')).text()) as StagedFilm;
createRoot(document.getElementById('app')!).render(<Stage film={film} />);
