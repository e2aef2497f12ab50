// The signs on the film's buttons, drawn as lines in the colour of the text.
const PATHS = {
  play: 'M6 4.5v11l9.5-5.5z',
  pause: 'M6.5 4.5v11M13.5 4.5v11',
  back: 'M13 5l-5 5 5 5',
  on: 'M7 5l5 5-5 5',
  eventBack: 'M14 5l-5 5 5 5M6 4.5v11',
  eventOn: 'M6 5l5 5-5 5M14 4.5v11',
  loop: 'M5 8V7a2 2 0 0 1 2-2h8M12.5 2.5L15 5l-2.5 2.5M15 12v1a2 2 0 0 1-2 2H5M7.5 17.5L5 15l2.5-2.5',
  skeleton: 'M10 3.5a1.5 1.5 0 1 0 .01 0M10 6.500v5M10 8l-4 2M10 8l4 2M10 11.500l-3 5M10 11.500l3.500 5',
  angle: 'M4 16L14 4M4 16h12M10.500 16a7 7 0 0 0-2-5.200',
  trail: 'M3 14c3-9 6-9 7-4s4 5 7-4',
  larger: 'M10 5v10M5 10h10',
  smaller: 'M5 10h10',
  fit: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
  fullScreen:
    'M8 8L4 4M4 7.500V4h3.500M12 12l4 4M16 12.500V16h-3.500M12 8l4-4M12.500 4H16v3.500M8 12l-4 4M4 12.500V16h3.500',
  edit: 'M4 16l1-4 8-8 3 3-8 8z',
  draw: 'M4 15L15 4M15 4h-5M15 4v5',
  undo: 'M8 5L4.500 8.500 8 12M5 8.500h6.500a4 4 0 0 1 0 8H9',
  overlaid:
    'M7.500 4a1.500 1.500 0 1 0 .01 0M7.500 7v5l-3 5M7.500 12l2.500 5M12.500 4a1.500 1.500 0 1 0 .01 0M12.500 7v5l-2 5M12.500 12l3 5',
  redo: 'M12 5l3.500 3.500L12 12M15 8.500H8.500a4 4 0 0 0 0 8H11',
} as const;

export type IconName = keyof typeof PATHS;

/** Beside or instead of words; whoever uses it alone names its button. */
export function Icon({ name }: { readonly name: IconName }) {
  const filled = name === 'play';
  return (
    <svg
      viewBox="0 0 20 20"
      width="1.25em"
      height="1.25em"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={name === 'pause' ? 2.6 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
