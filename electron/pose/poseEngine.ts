// The pose engine as the rest of the house sees it: start it once, give it films, close it.
import type { RawPose } from '../../core/types.ts';
import { ensureModels } from '../../models/ensureModels.ts';
import type { VideoProbe } from '../video/probe.ts';
import { type EstimateOptions, estimatePose } from './estimatePose.ts';
import { engineName } from './networks.ts';
import { PosePool, suitableWorkers } from './posePool.ts';
import type { WorkerKind } from './startWorker.ts';

export type PoseModel = 'heavy' | 'full';

/** Which network looked, for the result. */
export interface PoseProvenance {
  readonly model: string;
  readonly modelSha256: string;
  readonly engine: string;
}

export interface EngineOptions {
  readonly model: PoseModel;
  /** How many workers; null = as many as suit this machine. */
  readonly workers: number | null;
  /** Processes or threads; what suits this program when left out. */
  readonly kind?: WorkerKind;
}

/** Workers with both networks loaded; keeps them warm from film to film. */
export class PoseEngine {
  readonly pool: PosePool;
  readonly provenance: PoseProvenance;

  private constructor(pool: PosePool, provenance: PoseProvenance) {
    this.pool = pool;
    this.provenance = provenance;
  }

  /**
   * Builds the network files if they are not there yet, and starts the workers.
   * @throws GaitError `model-missing`, `model-corrupt`, `model-unsupported`
   */
  static async start(options: EngineOptions): Promise<PoseEngine> {
    const models = await ensureModels();
    const landmarker = models[options.model];
    const pool = new PosePool({
      workers: options.workers ?? suitableWorkers(),
      detectorFile: models.detector.path,
      landmarkFile: landmarker.path,
      kind: options.kind,
    });
    return new PoseEngine(pool, {
      model: `blazepose-${options.model}`,
      modelSha256: landmarker.sha256,
      engine: engineName(),
    });
  }

  /** The runner's landmarks in every frame; see {@link estimatePose}. */
  estimate(probe: VideoProbe, options: EstimateOptions = {}): Promise<RawPose> {
    return estimatePose(probe, this.pool, options);
  }

  /** Stops the workers at once. Safe to call twice. */
  close(): void {
    this.pool.close();
  }
}
