// Dark and smeared pictures are told apart from good ones.
import { describe, expect, it } from 'vitest';
import { type JudgedFrame, lookAt, pictureFlags } from '../../../electron/pose/pictureQuality.ts';

const SIZE = 256;

/** A grey picture with a white shoe, smeared over some pixels as by a slow shutter. */
function picture(shoeX: number, smearPx: number, grey = 90): Uint8Array {
  const pixels = new Uint8Array(SIZE * SIZE * 3).fill(grey);
  for (let y = 195; y < 205; y++) {
    for (let x = 0; x < SIZE; x++) {
      const covered = Math.max(0, Math.min(x, shoeX + 10) - Math.max(x - smearPx, shoeX - 10));
      const white = smearPx === 0 ? Number(Math.abs(x - shoeX) <= 10) : covered / smearPx;
      pixels.fill(Math.round(grey + (230 - grey) * white), (y * SIZE + x) * 3, (y * SIZE + x) * 3 + 3);
    }
  }
  return pixels;
}

/** Feet that stand for half the film and fly for the other half, smeared as the shutter says. */
function film(shutterS: number, grey = 90): JudgedFrame[] {
  return Array.from({ length: 120 }, (_, i) => {
    const flying = i % 20 >= 10;
    const speed = flying ? 600 : 40;
    const x = 60 + (flying ? ((i % 20) - 10) * (speed / 60) : 0);
    const shoe = { x, y: 200 };
    return {
      timeS: i / 60,
      look: lookAt(picture(x, Math.round(speed * shutterS), grey), [shoe, shoe]),
      footXPx: [x, x],
    };
  });
}

const codes = (frames: JudgedFrame[]) => pictureFlags(frames).map((f) => f.code);

describe('the picture’s quality', () => {
  it('a bright film with a short shutter has no flag', () => {
    expect(codes(film(1 / 1000))).toEqual([]);
  });

  it('a shutter of a sixtieth of a second smears flying feet', () => {
    expect(codes(film(1 / 60))).toEqual(['motion-blur']);
  });

  it('a dark film says so', () => {
    expect(codes(film(1 / 1000, 20))).toEqual(['dark']);
  });

  it('a foot at the edge of the picture is not judged', () => {
    const look = lookAt(picture(60, 0), [
      { x: 60, y: 200 },
      { x: 255, y: 255 },
    ]);
    expect(look.footEdges[0]).toBeGreaterThan(50);
    expect(look.footEdges[1]).toBeNaN();
  });

  it('too short a film is not judged', () => {
    expect(codes(film(1 / 60).slice(0, 20))).toEqual([]);
  });
});
