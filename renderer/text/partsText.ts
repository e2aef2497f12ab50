// The words of the parts that every screen is made of.
export const PARTS_TEXT = {
  retry: 'Try again',
  undo: 'Undo',
  close: 'Close',
  closeNotice: 'Close this notice',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved',
  more: 'More',
} as const;
