// What the clinician has decided of a report so far.
import type { ReportAsk } from '../../../core/api/reports.ts';
import type { TrendClip } from '../../../core/api/views.ts';
import { type ReportKind, reportKinds } from '../../../core/report/reportKinds.ts';
import { REPORT_SECTIONS, REPORT_SETUP_DEFAULTS, type ReportSection } from '../../../core/report/reportSetup.ts';

export type ReportDraft = Omit<ReportAsk, 'kind' | 'clipIds'> & {
  /** Null = the one that suits the films best. */
  readonly kind: ReportKind | null;
};

const { paper, reader, noteForClient, noteForColleague, leftOut } = REPORT_SETUP_DEFAULTS;

/** Nothing decided yet. */
export const FRESH_DRAFT: ReportDraft = {
  kind: null,
  setup: { paper, reader, noteForClient, noteForColleague, leftOut },
  blurFaces: false,
};

/** Kinds that the films allow, and the one in force; null when they allow none. */
export function kindOf(
  films: readonly TrendClip[],
  { kind }: ReportDraft,
): { readonly kinds: readonly ReportKind[]; readonly kind: ReportKind | null } {
  const kinds = reportKinds(films);
  return { kinds, kind: kind !== null && kinds.includes(kind) ? kind : (kinds[0] ?? null) };
}

/** Parts that a report of this kind has. */
export function sectionsOf(kind: ReportKind): readonly ReportSection[] {
  return REPORT_SECTIONS.filter((section) => LACKS[section]?.includes(kind) !== true);
}

const LACKS: Partial<Readonly<Record<ReportSection, readonly ReportKind[]>>> = {
  trend: ['single', 'left-right', 'before-after'],
  reasons: ['follow-up'],
};
