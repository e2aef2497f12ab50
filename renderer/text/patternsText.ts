// The words of the patterns to look at that core does not say.
export const PATTERNS_TEXT = {
  none: 'The literature we know links no measure of the gait with this region: there is nothing to look at here.',
  now: 'Now {value}{unit}',
  linked: 'Linked with the complaint: {what} {sources}',
};
