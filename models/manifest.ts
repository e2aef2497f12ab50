// The pose networks this version was made and measured with: where they come from, what goes in and what comes out.
import manifest from './manifest.json' with { type: 'json' };

/** lite, full and heavy mark the landmarks of one person in a crop; the detector finds people in the whole picture. */
export type NetworkName = keyof typeof manifest.networks;

/** One network of the manifest. */
export interface NetworkEntry {
  /** The ONNX file's name. */
  readonly file: string;
  /** Of the ONNX file, lower-case hexadecimal. */
  readonly sha256: string;
  readonly licence: string;
  /** The tflite file inside the npm package. */
  readonly source: { readonly file: string; readonly sha256: string };
  readonly input: { readonly name: string; readonly shape: readonly number[]; readonly range: readonly number[] };
  readonly outputs: readonly {
    readonly name: string;
    readonly tfliteName: string;
    readonly shape: readonly number[];
  }[];
}

/** All networks, by name. */
export const NETWORKS: Readonly<Record<NetworkName, NetworkEntry>> = manifest.networks;

/** The npm package and version whose files are converted, as `name@version`. */
export const SOURCE_PACKAGE: string = manifest.sourcePackage;
