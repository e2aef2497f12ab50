// A worker: owns one thread of the processor and both networks, answers one job after another.
// Where it can be, a process rather than a thread: a crash inside the native library then takes only itself.
import type * as Ort from 'onnxruntime-node';
import { DETECTOR_SIZE_PX } from './anchors.ts';
import { LANDMARK_SIZE_PX } from './crop.ts';
import { decodePeople } from './detectPeople.ts';
import { enginePort } from './enginePort.ts';
import { openSession, runDetector, runLandmarks } from './networks.ts';
import { lookAt } from './pictureQuality.ts';
import type { PoseJob, ToWorker } from './poseProtocol.ts';
import { framePose } from './refineLandmarks.ts';

const port = enginePort();
let detector: Ort.InferenceSession;
let landmarker: Ort.InferenceSession;
const detectorInput = new Float32Array(3 * DETECTOR_SIZE_PX * DETECTOR_SIZE_PX);
const landmarkInput = new Float32Array(3 * LANDMARK_SIZE_PX * LANDMARK_SIZE_PX);
let networkMs = 0;

/** Interleaved bytes to the network's three planes. */
function toPlanes(pixels: Uint8Array, out: Float32Array, scale: number, offset: number): void {
  const plane = out.length / 3;
  for (let i = 0, p = 0; i < plane; i++, p += 3) {
    out[i] = pixels[p] * scale + offset;
    out[i + plane] = pixels[p + 1] * scale + offset;
    out[i + 2 * plane] = pixels[p + 2] * scale + offset;
  }
}

async function answer(job: PoseJob): Promise<unknown> {
  if (job.kind === 'detect') {
    toPlanes(job.pixels, detectorInput, 2 / 255, -1);
    const began = performance.now();
    const { boxes, scores } = await runDetector(detector, detectorInput);
    networkMs = performance.now() - began;
    return decodePeople(boxes, scores, job.fit);
  }
  toPlanes(job.pixels, landmarkInput, 1 / 255, 0);
  const began = performance.now();
  const output = await runLandmarks(landmarker, landmarkInput);
  networkMs = performance.now() - began;
  const pose = framePose(output, job.region);
  return { ...pose, look: lookAt(job.pixels, pose.shoes) };
}

async function receive(message: Exclude<ToWorker, { kind: 'stop' }>): Promise<void> {
  const id = message.kind === 'job' ? message.id : null;
  try {
    if (message.kind === 'setup') {
      detector = await openSession(message.detectorFile);
      landmarker = await openSession(message.landmarkFile);
      port.say({ kind: 'ready' });
    } else {
      port.say({ kind: 'done', id: message.id, answer: await answer(message.job), networkMs });
    }
  } catch (error) {
    port.say({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
}

let queue: Promise<void> = Promise.resolve();
let stopping = false;
port.hear((message) => {
  stopping ||= message.kind === 'stop';
  queue = queue.then(() => (stopping || message.kind === 'stop' ? process.exit(0) : receive(message)));
});
// The engine is gone: nobody is left to answer.
port.gone(() => process.exit(0));
// Ctrl-C reaches the whole group; the engine decides when its workers stop.
process.on('SIGINT', () => undefined);
