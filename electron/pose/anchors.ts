// The 2254 fixed anchor points on which BlazePose's person detector writes its boxes.

/** Side of the detector's square input, px. */
export const DETECTOR_SIZE_PX = 224;

/** Cells per side and anchors per cell of the detector's feature maps: strides 8, 16 and three times 32 merged into one. */
const LAYERS = [
  { cells: 28, perCell: 2 },
  { cells: 14, perCell: 2 },
  { cells: 7, perCell: 6 },
] as const;

/**
 * Centres of all anchors in the detector's own order.
 * Source: MediaPipe's SsdAnchorsCalculator with fixed_anchor_size, offset 0.5, as configured for pose_detection (Apache-2.0).
 * @returns x and y in 0–1 of the detector's input. [2254] each
 */
export function detectorAnchors(): { readonly x: Float32Array; readonly y: Float32Array } {
  const count = LAYERS.reduce((sum, layer) => sum + layer.cells * layer.cells * layer.perCell, 0);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  let next = 0;
  for (const { cells, perCell } of LAYERS) {
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        for (let copy = 0; copy < perCell; copy++) {
          x[next] = (column + 0.5) / cells;
          y[next] = (row + 0.5) / cells;
          next++;
        }
      }
    }
  }
  return { x, y };
}
