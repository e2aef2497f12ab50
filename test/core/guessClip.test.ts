// What films are called in clinics, and what that says.
import { describe, expect, it } from 'vitest';
import { guessClip } from '../../core/guessClip.ts';

describe('a film’s name', () => {
  it.each([
    ['Anna left tired.mp4', 'left', 'tired'],
    ['anna_RIGHT_fresh.MOV', 'right', 'fresh'],
    ['K17-links-müde.mp4', 'left', 'tired'],
    ['K17 rechts frisch.mp4', 'right', 'fresh'],
    ['Läufer von hinten.mp4', 'posterior', null],
    ['behind 12 km-h.mp4', 'posterior', null],
    ['posterior.avi', 'posterior', null],
    ['IMG_0012LeftTired.MOV', 'left', 'tired'],
    ['2026-03-02_L_01.mp4', 'left', null],
    ['2026-03-02_R_01.mp4', 'right', null],
    ['côté gauche fatiguée.mp4', 'left', 'tired'],
    ['dos.mp4', 'posterior', null],
    ['demo_after_right60.mp4', 'right', null],
    ['C:\\films\\left\\right.mp4', 'right', null],
    ['/left/IMG_1.mp4', 'auto', null],
  ] as const)('%s is %s, %s', (name, view, condition) => {
    expect(guessClip(name)).toEqual({ view, condition });
  });

  it('that says two things, or parts of words, says nothing', () => {
    for (const name of [
      'left and right.mp4',
      'Bright Leftwich.mp4',
      'IMG_1234.MOV',
      '',
      'Derek Link.mp4',
      're-test post rehab.mp4',
    ]) {
      expect(guessClip(name)).toEqual({ view: 'auto', condition: null });
    }
    expect(guessClip('fresh then tired left.mp4')).toEqual({ view: 'left', condition: null });
  });
});
