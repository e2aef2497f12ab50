// The few colours of a report.

/** Blue and orange keep apart for colour-blind eyes and in grey (Okabe & Ito's pair, darkened for paper). */
export const COLOURS = {
  left: '#14588f',
  right: '#c4590c',
  ink: '#1b2530',
  grey: '#5b6773',
  rule: '#cfd6dc',
  wash: '#f4f6f8',
};
