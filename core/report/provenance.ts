// What a result must carry so that somebody else can make it again: which film, which network, which program.

/** The film, as `video` of result.json. Pixels of the upright picture; seconds and hertz of the file's own clock. */
export interface VideoInfo {
  /** File name without its folder. */
  readonly file: string;
  readonly sha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** How far the stored picture was turned to stand upright, degrees clockwise. */
  readonly rotationDeg: number;
  readonly frames: number;
  readonly durationS: number;
  readonly rateHz: number;
  readonly variableRate: boolean;
  /** Capture rate ÷ file rate; 1 for an ordinary film. */
  readonly slowMotion: number;
  /** Where the film lay, seen from the folder of its result; left out where that is not a folder. */
  readonly path?: string;
}

/** The network that found the landmarks, as `pose` of result.json. */
export interface PoseInfo {
  /** For example `blazepose-heavy`. */
  readonly model: string;
  readonly modelSha256: string;
  /** For example `onnxruntime-node 1.30.0 cpu`. */
  readonly engine: string;
  /** Frames in which the person was found. */
  readonly framesSeen: number;
}

/** The program, as `app` of result.json. */
export interface AppInfo {
  readonly version: string;
  /** Changes whenever the same film would give other numbers. */
  readonly analysisVersion: string;
}
