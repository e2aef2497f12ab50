// Every word of the report screen in one place, so that it can be translated; `{places}` are filled in.
import type { ReportKind } from '../../core/report/reportKinds.ts';
import type { Paper, Reader, ReportSection } from '../../core/report/reportSetup.ts';

const kinds: Readonly<Record<ReportKind, string>> = {
  single: 'One film',
  'left-right': 'Left against right',
  'before-after': 'Two visits',
  'fresh-tired': 'Fresh against tired',
  'follow-up': 'Follow-up',
};
const sections: Readonly<Record<ReportSection, string>> = {
  headline: 'Main numbers',
  differences: 'What differs',
  keyFrames: 'Pictures of the stride',
  trend: 'Course over the visits',
  curves: 'Curves',
  table: 'Table of all numbers',
  reasons: 'What could not be measured',
  film: 'How it was filmed',
  methods: 'Methods and sources',
};
const readers: Readonly<Record<Reader, string>> = { client: 'Client', colleague: 'Colleague' };
const papers: Readonly<Record<Paper, string>> = { a4: 'A4', letter: 'Letter' };

export const REPORT_SCREEN_TEXT = {
  title: 'Report',
  link: 'Report',
  linkVisits: 'Report on all visits',
  opening: 'Opening the films',
  kinds,
  sections,
  readers,
  papers,
  films: 'Films',
  views: { left: 'from the left', right: 'from the right', posterior: 'from behind', auto: 'side not known' },
  conditions: { fresh: 'fresh', tired: 'tired' },
  kind: 'Kind of report',
  reader: 'Written for',
  paper: 'Paper',
  parts: 'What goes in',
  noteForClient: 'For the client, on the first page',
  noteForColleague: 'For a colleague, with the details',
  letters: '{n} of {most} letters',
  blurFaces: 'Make faces unrecognisable',
  clinic: 'Head of the page: {name}',
  noClinic: 'No clinic name yet.',
  clinicSettings: 'Clinic name and logo',
  preview: 'Preview',
  previewOf: 'Preview, {pages}',
  pages: ['page', 'pages'],
  page: 'Page {n}',
  paperTitle: 'The pages of the report',
  making: 'Fetching pictures and laying out the pages',
  save: 'Save PDF',
  saving: 'Printing the pages',
  saved: 'The report is saved, and kept with the session of {date}.',
  nothing: 'Nothing to report on yet',
  nothingWords:
    'A report needs a film that has been analysed. Add a film to the session, or wait until its analysis is done.',
  toSession: 'Open the session',
  noKind: 'These films make no report together',
  noKindWords:
    'Choose one film; both sides of one visit; or up to 12 visits with one film of each side, filmed from the same side at the first and the last.',
  made: {
    title: 'Reports made before',
    none: 'None for the session of {date} yet.',
    line: '{title}, {date}',
    saveAgain: 'Save again',
    saveAgainOf: 'Save again: {name}',
    remove: 'Delete',
    removeOf: 'Delete: {name}',
    removing: 'Delete this report?',
    removingWords:
      'The PDF kept with the session is deleted and cannot be brought back. Copies you saved elsewhere stay.',
    removeDo: 'Delete the report',
  },
} as const;
