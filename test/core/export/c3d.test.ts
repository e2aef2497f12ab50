import { describe, expect, it } from 'vitest';
import { c3dBytes } from '../../../core/export/c3d.ts';
import { markerTracks } from '../../../core/export/markerTracks.ts';
import type { GaitEvent } from '../../../core/types.ts';
import { trial } from '../../support/analysed.ts';
import { readC3d } from './readC3d.ts';

const { result } = trial('dev01_run_before_right60');
const tracks = markerTracks(result);
const ORIGIN = { software: 'OpenStride 0.1.0' };

describe('C3D', () => {
  it('gives back every point in millimetres, X forward, Z up', () => {
    const read = readC3d(c3dBytes(tracks, result, ORIGIN));
    expect(read.rateHz).toBeCloseTo(60, 3);
    expect([read.firstFrame, read.lastFrame]).toEqual([1, tracks.timeS.length]);
    expect(read.parameters.get('POINT:LABELS')).toEqual(tracks.markers.map(({ name }) => name));
    expect(read.parameters.get('POINT:UNITS')).toEqual(['mm']);
    expect(read.parameters.get('ANALOG:USED')).toEqual([0]);
    expect(read.parameters.get('MANUFACTURER:SOFTWARE')).toEqual(['OpenStride 0.1.0']);
    for (const [frame, points] of read.points.entries())
      for (const [i, [x, y, z, residual]] of points.entries()) {
        const marker = tracks.markers[i]!;
        const seen = Number.isFinite(marker.xM[frame]);
        expect(residual).toBe(seen ? 0 : -1);
        if (!seen) continue;
        // Single precision of a few thousand millimetres.
        expect(Math.abs(x! - 1000 * marker.xM[frame]!)).toBeLessThan(1e-3);
        expect(Math.abs(z! - 1000 * marker.yM[frame]!)).toBeLessThan(1e-3);
        expect(Math.abs(y!)).toBe(0);
      }
  });

  it('has each contact and toe-off at its time with its leg', () => {
    const { parameters } = readC3d(c3dBytes(tracks, result, ORIGIN));
    const events = [...result.events].sort((a, b) => a.timeS - b.timeS);
    expect(parameters.get('EVENT:USED')).toEqual([events.length]);
    expect(parameters.get('EVENT:CONTEXTS')).toEqual(events.map(({ side }) => (side === 'left' ? 'Left' : 'Right')));
    expect(parameters.get('EVENT:LABELS')).toEqual(
      events.map(({ kind }) => (kind === 'initial-contact' ? 'Foot Strike' : 'Foot Off')),
    );
    const times = parameters.get('EVENT:TIMES') as number[];
    events.forEach(({ timeS }, i) => {
      expect(60 * times[2 * i]! + times[2 * i + 1]!).toBeCloseTo(timeS, 5);
    });
  });

  it('of an uneven film has even frames, with gaps where frames are far apart', () => {
    const keep = Array.from(tracks.timeS.keys()).filter((frame) => frame !== 31 && (frame < 60 || frame >= 80));
    const pick = (series: Float64Array) => Float64Array.from(keep, (frame) => series[frame]!);
    const uneven = {
      ...tracks,
      timeS: pick(tracks.timeS),
      markers: tracks.markers.map(({ name, xM, yM, zM }) => ({ name, xM: pick(xM), yM: pick(yM), zM: pick(zM) })),
    };
    const read = readC3d(c3dBytes(uneven, result, ORIGIN));
    expect(read.lastFrame).toBe(tracks.timeS.length);
    const hip = tracks.markers.findIndex(({ name }) => name === 'left_hip');
    const x = (frame: number) => read.points[frame]![hip]!;
    const truth = tracks.markers[hip]!.xM;
    expect(x(30)[0]).toBeCloseTo(1000 * truth[30]!, 2);
    expect(x(31)[0]).toBeCloseTo(500 * (truth[30]! + truth[32]!), 2);
    expect(x(70)[3]).toBe(-1);
    expect(x(90)[0]).toBeCloseTo(1000 * truth[90]!, 2);
  });

  it('keeps as many events as the format holds and says how many it left out; none is fine too', () => {
    const many = Array.from(
      { length: 300 },
      (_, i): GaitEvent => ({ kind: 'toe-off', side: 'left', timeS: i / 100, sigmaS: 0.01, source: 'edited' }),
    );
    const { parameters } = readC3d(c3dBytes(tracks, { events: many }, ORIGIN));
    expect(parameters.get('EVENT:USED')).toEqual([255]);
    expect(parameters.get('EVENT:LATER_LEFT_OUT')).toEqual([45]);
    expect(readC3d(c3dBytes(tracks, { events: [] }, ORIGIN)).parameters.get('EVENT:USED')).toEqual([0]);
  });
});
