// The words of exported tables in one place, so that they can be translated; those of the measures come from the report.

/** Headings and names of tables, sheets and columns; units in brackets. */
export const TABLE_TEXT = {
  sheets: {
    summary: 'Summary',
    curves: 'Curves',
    strides: 'Strides',
    events: 'Events',
    measured: 'How measured',
  },
  summary: ['Group', 'Measure', 'Side', 'Value', '\u00b1 (95 %)', 'Unit', 'n', 'Quality', 'Reason', 'Verdict'],
  curves: { percent: 'Stride (%)', mean: '{title}, {side}, mean (\u00b0)', sd: '{title}, {side}, SD (\u00b0)' },
  strides: [
    'Side',
    'Contact (s)',
    'Toe-off (s)',
    'Next contact (s)',
    'Stride time (ms)',
    'On the ground (ms)',
    'Used',
    'Left out because',
  ],
  events: ['Time (s)', 'Event', 'Side', '\u00b1 (95 %, ms)', 'Source'],
  event: { 'initial-contact': 'contact', 'toe-off': 'toe-off' },
  source: { detected: 'detected', edited: 'set by the clinician' },
  side: { left: 'left', right: 'right', whole: '', difference: 'right \u2212 left' },
  quality: { good: 'good', caution: 'caution', 'not-measurable': 'not measurable', none: '' },
  used: { yes: 'yes', no: 'no' },
  measured: { facts: 'Film and program', notes: 'Weaknesses of the film', methods: 'Methods', sources: 'Sources' },
} as const;

export type TableText = typeof TABLE_TEXT;
