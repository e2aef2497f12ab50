// The words of printing a sheet.
export const SHEETS_TEXT = {
  save: 'Save as PDF',
  saving: 'Printing',
  filmingCard: 'Filming card',
};
