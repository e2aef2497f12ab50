// A report as it is asked for and as it is looked at before it is handed over.
import type { ReportKind } from '../report/reportKinds.ts';
import type { ReportSetup } from '../report/reportSetup.ts';

/** Which films, and what the clinician decides; the clinic's name and logo come from the settings. */
export interface ReportAsk {
  readonly kind: ReportKind;
  readonly clipIds: readonly string[];
  readonly setup: Omit<ReportSetup, 'clinicName' | 'clinicLogo'>;
  readonly blurFaces: boolean;
}

/** The very document that `reports.add` prints. */
export interface ReportPreview {
  /** A whole HTML document that needs nothing from elsewhere. */
  readonly html: string;
  readonly title: string;
  readonly pages: number;
  /** The last of its visits: the report is kept there. */
  readonly sessionId: string;
  /** What it rests on, kept as it was measured for it. */
  readonly resultIds: readonly string[];
  /** What is missing in it and why, in sentences. */
  readonly notes: readonly string[];
}
