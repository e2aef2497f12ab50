// Spreads a sparse constant out to all its values, zeros included.
// Source: "Sparsity in TensorFlow Lite" as described beside SparsityParameters in tensorflow/lite/schema/schema.fbs:
// dimensions are walked in traversal order, dense ones position by position, the others by their list of positions;
// blocks are dimensions of their own at the end and cut up the dimension named in the block map.
import { GaitError } from '../core/errors.ts';
import type { Sparsity } from './readTflite.ts';

/** How far apart two neighbours of each walked dimension lie in the dense constant, in values. */
function stepOfLevels(sparsity: Sparsity, shape: readonly number[]): number[] {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const blockSizeOfAxis = shape.map(() => 1);
  sparsity.traversalOrder.forEach((dimension, level) => {
    const axis = sparsity.blockMap[dimension - shape.length];
    if (dimension >= shape.length) blockSizeOfAxis[axis] = sparsity.dimensions[level].size;
  });
  return sparsity.traversalOrder.map((dimension) =>
    dimension < shape.length
      ? strides[dimension] * blockSizeOfAxis[dimension]
      : strides[sparsity.blockMap[dimension - shape.length]],
  );
}

/**
 * @param values the stored values, 16 bits each
 * @param sparsity how they are laid out
 * @param shape the dense shape
 * @returns all values, row by row, 0 where nothing was stored
 * @throws GaitError 'model-corrupt' when the layout points outside the values or the shape
 */
export function densify(values: Uint16Array, sparsity: Sparsity, shape: readonly number[]): Uint16Array {
  const dense = new Uint16Array(shape.reduce((a, b) => a * b, 1));
  const steps = stepOfLevels(sparsity, shape);
  const place = (level: number, position: number, target: number): void => {
    if (level === steps.length) {
      if (position >= values.length || target >= dense.length) {
        throw new GaitError('model-corrupt', 'A sparse weight of the network lies outside its shape.');
      }
      dense[target] = values[position];
      return;
    }
    const { format, size, segments, indices } = sparsity.dimensions[level];
    if (format === 'dense') {
      for (let i = 0; i < size; i++) place(level + 1, position * size + i, target + i * steps[level]);
      return;
    }
    for (let k = segments[position]; k < segments[position + 1]; k++) {
      place(level + 1, k, target + indices[k] * steps[level]);
    }
  };
  place(0, 0, 0);
  return dense;
}
