// The words of the settings.
import type { AppSettings } from '../../core/records/appSettings.ts';

const themes: Readonly<Record<AppSettings['theme'], string>> = {
  system: 'As the computer',
  light: 'Light',
  dark: 'Dark',
};
const models: Readonly<Record<AppSettings['model'], string>> = { heavy: 'Most accurate', full: 'Faster' };

export const SETTINGS_TEXT = {
  title: 'Settings',
  screen: {
    title: 'Display',
    units: 'Belt speed in',
    theme: 'Colours',
    themes,
    size: 'Size of text',
    sizeIs: '{pct} %',
  },
  clinic: {
    title: 'Clinic',
    words: 'Printed on reports.',
    name: 'Name',
    logo: 'Logo',
    choose: 'Choose a picture',
    other: 'Choose another',
    remove: 'Remove',
    removed: 'The logo was removed.',
    hint: 'A PNG or JPEG picture up to 500 kB.',
    alt: 'The clinic’s logo',
    notPicture: '“{name}” is no PNG or JPEG picture.',
    tooLarge: '“{name}” has {size}; a logo may have 500 kB. Make the picture smaller.',
  },
  analysis: {
    title: 'Analysis',
    words: 'Holds from the next analysis on.',
    model: 'Network',
    models,
    modelHints: {
      heavy: 'Sees feet and ankles best. The stated errors are those of this one.',
      full: 'Faster; landmarks are less sure.',
    },
    workers: 'Processor cores to use',
    auto: 'As many as suit this computer',
    workersHint: 'Fewer leave the computer quicker for other work while films are analysed.',
  },
  library: {
    title: 'Library',
    words: 'Records and films lie in one folder on this computer. Nothing leaves it.',
    folder: 'Folder',
    holds: 'Holds',
    holdsIs: '{films}, {size}',
    films: ['film', 'films'] as const,
    check: 'Check all films',
    checking: 'Reading every film',
    checked: 'Every film is there and is what was taken in.',
    missing: 'These films are not there or are not what was taken in. What was measured in them is kept.',
    whys: { missing: 'not there', changed: 'is another file now' },
    backUp: 'Back up',
    backUpWords: 'Everything in one file, locked with the same key as the library. Keep it on another disk.',
    backingUp: 'Writing the backup',
    backedUp: 'Backed up: {file}, {size}.',
    without: 'Without these films, which could not be found: {films}.',
    restore: 'Restore a backup',
    restoreWords: 'Puts a backup in the place of this library. The library as it is now is kept beside it.',
    restoring: {
      title: 'Restore this backup?',
      words:
        '{name} takes the place of the library that is open. What was added since that backup is not in it. The library as it is now is kept beside it as a folder.',
      do: 'Restore',
      sending: 'Reading the backup',
      done: 'The backup is open now. The former library lies in {former}.',
      doneEmpty: 'The backup is open now.',
    },
  },
  about: {
    title: 'About',
    app: 'OpenStride',
    analysis: 'Analysis',
    runs: 'Runs',
    hosts: { desktop: 'as a desktop app', browser: 'in your browser, on this computer only' },
    words: 'Measurements only; it does not diagnose.',
  },
} as const;
