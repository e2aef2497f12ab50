// Sparse weights written out by hand against what densify makes of them.
import { describe, expect, it } from 'vitest';
import { densify } from '../../models/densify.ts';
import type { SparseDimension, Sparsity } from '../../models/readTflite.ts';

const dense = (size: number): SparseDimension => ({ format: 'dense', size, segments: [], indices: [] });
const listed = (segments: number[], indices: number[]): SparseDimension => ({
  format: 'csr',
  size: 0,
  segments,
  indices,
});
const rows = (dimensions: SparseDimension[], traversalOrder = [0, 1], blockMap: number[] = []): Sparsity => ({
  traversalOrder,
  blockMap,
  dimensions,
});

describe('a sparse weight', () => {
  it('has its values where the list says and zeros elsewhere', () => {
    const sparsity = rows([dense(3), listed([0, 2, 2, 3], [1, 3, 0])]);
    const values = densify(Uint16Array.of(7, 8, 9), sparsity, [3, 4]);
    expect([...values]).toEqual([0, 7, 0, 8, 0, 0, 0, 0, 9, 0, 0, 0]);
  });

  it('is turned when it was walked column by column', () => {
    const sparsity = rows([dense(2), listed([0, 1, 3], [2, 0, 1])], [1, 0]);
    const values = densify(Uint16Array.of(5, 6, 7), sparsity, [3, 2]);
    expect([...values]).toEqual([0, 6, 0, 7, 5, 0]);
  });

  it('keeps blocks together', () => {
    const blocksOfTwo = rows([dense(2), listed([0, 1, 2], [1, 0]), dense(2)], [0, 1, 2], [1]);
    const values = densify(Uint16Array.of(1, 2, 3, 4), blocksOfTwo, [2, 4]);
    expect([...values]).toEqual([0, 0, 1, 2, 3, 4, 0, 0]);
  });

  it('is refused as corrupt when its list points outside', () => {
    const outside = rows([dense(1), listed([0, 1], [9])]);
    expect(() => densify(Uint16Array.of(1), outside, [1, 4])).toThrow(
      expect.objectContaining({ code: 'model-corrupt' }),
    );
    const tooFewValues = rows([dense(1), listed([0, 2], [0, 1])]);
    expect(() => densify(Uint16Array.of(1), tooFewValues, [1, 4])).toThrow(
      expect.objectContaining({ code: 'model-corrupt' }),
    );
  });
});
