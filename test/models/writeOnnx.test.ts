// The bytes of protocol buffers and of a small network made by hand.
import * as ort from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import type { OnnxGraph } from '../../models/onnxGraph.ts';
import { bytesField, messageField, textField, varintField } from '../../models/protobuf.ts';
import { writeOnnx } from '../../models/writeOnnx.ts';

describe('a protocol-buffer field', () => {
  it('carries numbers as in the format description', () => {
    expect([...varintField(1, 150)]).toEqual([0x08, 0x96, 0x01]);
    expect([...varintField(20, 0)]).toEqual([0xa0, 0x01, 0x00]);
  });

  it('carries a negative number in ten bytes', () => {
    expect([...varintField(1, -1)]).toEqual([0x08, ...Array(9).fill(0xff), 0x01]);
  });

  it('carries text and messages with their length', () => {
    expect([...textField(2, 'testing')]).toEqual([0x12, 7, ...new TextEncoder().encode('testing')]);
    expect([...messageField(3, [varintField(1, 150)])]).toEqual([0x1a, 3, 0x08, 0x96, 0x01]);
    expect(bytesField(1, new Uint8Array(200)).length).toBe(203);
  });
});

const doubling: OnnxGraph = {
  name: 'doubling',
  nodes: [
    { operator: 'Cast', name: 'widen', inputs: ['half'], outputs: ['two'], attributes: { to: 1 } },
    { operator: 'Mul', name: 'multiply', inputs: ['x', 'two'], outputs: ['y'], attributes: {} },
  ],
  // 2 in half precision is 0x4000
  constants: [{ name: 'half', type: 'float16', shape: [1], data: Uint8Array.of(0x00, 0x40) }],
  inputs: [{ name: 'x', shape: [1, 3] }],
  outputs: [{ name: 'y', shape: [1, 3] }],
};

describe('a written network', () => {
  it('is opened and run by onnxruntime', async () => {
    const session = await ort.InferenceSession.create(writeOnnx(doubling, { licence: 'MIT' }));
    const { y } = await session.run({ x: new ort.Tensor('float32', [1, 2.5, -3], [1, 3]) });
    expect([...(y.data as Float32Array)]).toEqual([2, 5, -6]);
  });

  it('has the same bytes every time', () => {
    expect(writeOnnx(doubling, { source: 'here' })).toEqual(writeOnnx(doubling, { source: 'here' }));
  });
});
