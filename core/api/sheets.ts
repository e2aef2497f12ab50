// Sheets to print that are no report: what to film, the plan with its diary, and where the return to running stands.
import type { Paper } from '../report/reportSetup.ts';

/** Which sheet, and of whom. */
export type SheetAsk =
  /** For the next visit: as at the runner's baseline where there is one. */
  | { readonly kind: 'filming-card'; readonly clientId: string; readonly paper: Paper }
  /** With lines to write in. `injuryId` null = no injury says how much pain may pass. */
  | {
      readonly kind: 'walk-run-plan';
      readonly clientId: string;
      readonly injuryId: string | null;
      readonly paper: Paper;
    }
  | { readonly kind: 'returning'; readonly clientId: string; readonly injuryId: string; readonly paper: Paper };

/** The very document that `sheets.save` prints. */
export interface SheetPreview {
  /** A whole HTML document that needs nothing from elsewhere. */
  readonly html: string;
  readonly title: string;
  readonly pages: number;
}
