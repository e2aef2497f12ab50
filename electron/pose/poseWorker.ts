// A worker process: owns one thread of the processor and both networks, answers one job after another.
// A process rather than a thread, because a crash inside the native library then takes only this process with it.
import type * as Ort from 'onnxruntime-node';
import { DETECTOR_SIZE_PX } from './anchors.ts';
import { LANDMARK_SIZE_PX } from './crop.ts';
import { decodePeople } from './detectPeople.ts';
import { openSession, runDetector, runLandmarks } from './networks.ts';
import { lookAt } from './pictureQuality.ts';
import type { FromWorker, PoseJob, ToWorker } from './poseProtocol.ts';
import { framePose } from './refineLandmarks.ts';

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

function say(message: FromWorker): void {
  process.send?.(message, undefined, undefined, () => undefined); // an engine that was killed needs no answer
}

async function receive(message: ToWorker): Promise<void> {
  const id = message.kind === 'job' ? message.id : null;
  try {
    if (message.kind === 'setup') {
      detector = await openSession(message.detectorFile);
      landmarker = await openSession(message.landmarkFile);
      say({ kind: 'ready' });
    } else {
      say({ kind: 'done', id: message.id, answer: await answer(message.job), networkMs });
    }
  } catch (error) {
    say({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
}

let queue: Promise<void> = Promise.resolve();
process.on('message', (message: ToWorker) => {
  queue = queue.then(() => receive(message));
});
// The engine is gone: nobody is left to answer.
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group; the engine decides when its workers stop.
process.on('SIGINT', () => undefined);
