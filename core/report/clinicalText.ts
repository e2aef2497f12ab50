// The report's words for a colleague: the clinic's names of measures where a runner reads plain ones.

import type { ParameterId } from '../types.ts';
import type { Reader } from './reportSetup.ts';
import { REPORT_TEXT, type ReportText } from './reportText.ts';

/** `Shank angle at contact (ankle ahead +)` → `shank angle at contact`: signs stand in the table. */
const nameOf = (label: string): string => {
  const bare = label.replace(/\s*\([^)]*\)/g, '').replace(/, share of .*$/, '');
  return bare.charAt(0).toLowerCase() + bare.slice(1);
};

const parameters = Object.fromEntries(
  Object.entries(REPORT_TEXT.parameters).map(([id, words]) => [id, { ...words, plain: nameOf(words.label) }]),
) as Readonly<Record<ParameterId, { label: string; plain: string }>>;

/** English, for a colleague. */
const CLINICAL_TEXT: ReportText = {
  ...REPORT_TEXT,
  parameters,
  gaitTitle: {
    run: 'Running analysis',
    walk: 'Walking analysis',
    mixed: 'Gait analysis',
    standing: 'Gait analysis',
  },
  differs: { ...REPORT_TEXT.differs, title: 'Asymmetries beyond error' },
  same: {
    ...REPORT_TEXT.same,
    title: 'Within error',
    note: 'Within the larger of the measurement error (95 %) and the 95th percentile of healthy left\u2013right differences.',
  },
  comparison: {
    ...REPORT_TEXT.comparison,
    title: {
      'left-right': 'Left against right',
      'before-after': 'Comparison of two visits',
      'fresh-tired': 'Fresh against tired',
      'follow-up': 'Follow-up',
    },
    changed: {
      ...REPORT_TEXT.comparison.changed,
      title: 'Changes beyond error',
      titleSides: 'Asymmetries beyond error',
    },
    same: {
      ...REPORT_TEXT.comparison.same,
      title: 'Within error',
      titleSides: 'Within error',
      note: 'Within the larger of the measurement error of the difference (95 %) and the published minimal change between days.',
    },
  },
};

/** The catalogue for a reader. */
export function textFor(reader: Reader): ReportText {
  return reader === 'colleague' ? CLINICAL_TEXT : REPORT_TEXT;
}
