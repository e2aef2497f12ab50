// Small line drawings beside words; whoever shows one alone names its button.
const PATHS = {
  search: 'M9 3.500a5.500 5.500 0 1 0 .01 0M13 13l4 4',
  plus: 'M10 4v12M4 10h12',
  gear: 'M3 6h7M14.500 6H17M12.250 3.800v4.400M3 14h2.500M10 14h7M7.750 11.800v4.400',
  keys: 'M2.500 5.500h15v9h-15zM5.500 8.500h.01M8.500 8.500h.01M11.500 8.500h.01M14.500 8.500h.01M6.500 11.700h7',
  more: 'M4.500 10h.01M10 10h.01M15.500 10h.01',
  film: 'M3 4.500h14v11H3zM6.500 4.500v11M13.500 4.500v11M3 8h3.500M3 12h3.500M13.500 8H17M13.500 12H17',
  drop: 'M10 3v9M6 8.500l4 4 4-4M3.500 14v2.500h13V14',
  check: 'M4 10.500l4 4 8-9',
  stop: 'M6.500 2.500h7l4 4v7l-4 4h-7l-4-4v-7zM10 6v5M10 13.800v.01',
  caution: 'M10 3L2.500 16.500h15zM10 8v4M10 14.200v.01',
  info: 'M10 2.500a7.500 7.500 0 1 0 .01 0M10 9v5M10 6.200v.01',
  next: 'M7.500 4.500L13 10l-5.500 5.500',
  down: 'M4.500 7.500L10 13l5.500-5.500',
  pair: 'M2.500 4.500h6.500v11H2.500zM11 4.500h6.500v11H11z',
  pulse: 'M2.500 10h3.500l2-5 4 10 2-5h3.500',
} as const;

export type SignName = keyof typeof PATHS;

export function Sign({ name }: { readonly name: SignName }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="1.2em"
      height="1.2em"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
