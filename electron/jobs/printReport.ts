// The film's report as PDF; a missing browser costs the report, never the measurements.
import { GaitError } from '../../core/errors.ts';
import type { FaceSource } from '../../core/export/faceCover.ts';
import { keyFrameNumbers, type ReportModel } from '../../core/report/reportModel.ts';
import { coverFaces } from '../export/faces/coverPictures.ts';
import type { OutputFolder } from '../export/outputFolder.ts';
import type { Printer } from '../report/printPdf.ts';
import { writeReport } from '../report/writeReport.ts';
import { findFrame } from '../video/frameTimes.ts';
import { grabFrames } from '../video/grabFrames.ts';
import type { VideoProbe } from '../video/probe.ts';

/** Height of the key frames fetched for the report, px: sharp on paper at 5 cm, small in the file. */
const PICTURE_HEIGHT_PX = 1080;

/**
 * Prints report.pdf into the folder.
 * @param poseTimeS the film's own time of every frame that was measured: the model counts from the first of them
 * @param faces whose faces to make unrecognisable in the pictures; null leaves them as filmed
 * @returns why there is no report, or null when there is one
 * @throws GaitError for anything but a missing browser
 */
export async function printReport(
  probe: VideoProbe,
  model: ReportModel,
  poseTimeS: Float64Array,
  printer: Printer,
  output: OutputFolder,
  signal: AbortSignal,
  faces: FaceSource | null,
): Promise<GaitError | null> {
  try {
    const numbers = keyFrameNumbers(model);
    const inFilm = numbers.map((number) => findFrame(probe.timeS, poseTimeS[number]) ?? number);
    const pictures = await picturesOf(probe, inFilm, signal);
    const filmed = new Map(pictures.map((picture, i) => [numbers[i], picture]));
    const frames = faces === null ? filmed : await coverFaces(filmed, faces, { signal });
    await writeReport({ model, frames, printer, outFile: output.path('report.pdf'), signal });
    return null;
  } catch (error) {
    if (error instanceof GaitError && error.code === 'browser-missing') return error;
    throw error;
  }
}

/** The frames as JPEG; none when one of them is damaged: the page then says so, and the numbers stand all the same. */
async function picturesOf(probe: VideoProbe, frames: readonly number[], signal: AbortSignal): Promise<Uint8Array[]> {
  try {
    return await grabFrames(probe, frames, { maxHeightPx: PICTURE_HEIGHT_PX, signal });
  } catch (error) {
    if (error instanceof GaitError && error.code === 'video-unreadable') return [];
    throw error;
  }
}
