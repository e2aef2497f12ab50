// What the clinician decides of a report: paper, reader, what goes in, and the clinic's own words and sign.

/** Sheets of paper by name. */
export const PAPERS = ['a4', 'letter'] as const;

/** Who reads it: decides between plain words and the clinic's. */
export const READERS = ['client', 'colleague'] as const;

/** Parts that may be left out; the facts that make it repeatable always stay. */
export const REPORT_SECTIONS = [
  'headline',
  'differences',
  'keyFrames',
  'trend',
  'curves',
  'table',
  'reasons',
  'film',
  'methods',
] as const;

export type Paper = (typeof PAPERS)[number];
export type Reader = (typeof READERS)[number];
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** Upright, mm. */
export const SHEET_MM = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
} as const satisfies Readonly<Record<Paper, object>>;

/** Between the sheets of a preview, mm. */
export const PREVIEW_GAP_MM = 5;

export interface ReportSetup {
  readonly paper: Paper;
  readonly reader: Reader;
  /** Printed in the head of every page; '' = none. */
  readonly clinicName: string;
  /** A `data:image/png;base64,…` or `data:image/jpeg;base64,…` URL; null = none. */
  readonly clinicLogo: string | null;
  /** Printed on the first page; '' = none. Line breaks are kept. */
  readonly noteForClient: string;
  /** Printed with the details; '' = none. Line breaks are kept. */
  readonly noteForColleague: string;
  readonly leftOut: readonly ReportSection[];
}

export const REPORT_SETUP_DEFAULTS: ReportSetup = {
  paper: 'a4',
  reader: 'client',
  clinicName: '',
  clinicLogo: null,
  noteForClient: '',
  noteForColleague: '',
  leftOut: [],
};

/** Ours: about a third of a page in each box; more belongs into a letter. */
export const MOST_NOTE_LETTERS = 1500;
const MOST_NAME_LETTERS = 200;
const LOGO = /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/;

/** @throws RangeError that names the field and what it may hold */
export function checkReportSetup(setup: ReportSetup): void {
  const { clinicName, clinicLogo, noteForClient, noteForColleague } = setup;
  if (clinicName.length > MOST_NAME_LETTERS)
    throw new RangeError(`The clinic's name is longer than ${MOST_NAME_LETTERS} letters; shorten it.`);
  if (clinicLogo !== null && !LOGO.test(clinicLogo))
    throw new RangeError('The logo is no PNG or JPEG picture; choose another file.');
  for (const [name, note] of [
    ['client', noteForClient],
    ['colleague', noteForColleague],
  ] as const)
    if (note.length > MOST_NOTE_LETTERS)
      throw new RangeError(`The text for the ${name} is longer than ${MOST_NOTE_LETTERS} letters; shorten it.`);
}

/** Whether a part is printed. */
export function goesIn({ leftOut }: Pick<ReportSetup, 'leftOut'>, section: ReportSection): boolean {
  return !leftOut.includes(section);
}
