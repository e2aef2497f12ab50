// What is known of the demo's films: rendered, so exactly; nobody of flesh and blood ran in them.
import type { Client, Fresh, Injury, Session } from '../../core/records/records.ts';
import type { View } from '../../core/types.ts';

/** One visit of the demo client with its films from both sides. */
export interface DemoVisit {
  readonly session: Omit<Fresh<Session>, 'clientId'>;
  readonly clips: readonly { readonly name: DemoClipName; readonly view: View }[];
}

export type DemoClipName = 'demo_before_left60' | 'demo_before_right60' | 'demo_after_left60' | 'demo_after_right60';

export const DEMO_CODE = 'DEMO';

export const DEMO_CLIENT: Fresh<Client> = {
  code: DEMO_CODE,
  name: 'Demo runner',
  birthDate: null,
  sex: 'female',
  heightM: 1.663,
  massKg: null,
  notes: 'A rendered runner: before and after a strain of the right leg. Remove her like any client.',
};

export const DEMO_INJURY: Omit<Fresh<Injury>, 'clientId'> = {
  region: 'Hamstring',
  side: 'right',
  onset: '2026-01-05',
  mechanism: 'Tightened during intervals',
  status: 'recovering',
  notes: '',
};

/** Speed, incline and height as rendered; cadence and contact as in the films' truth. */
const BELT = { speedMs: 3, inclinePct: 0, footwear: 'Her usual shoes' } as const;

export const DEMO_VISITS: readonly DemoVisit[] = [
  {
    session: {
      date: '2026-01-12',
      purpose: 'Check-in',
      ...BELT,
      painBefore: 3,
      painAfter: 4,
      notes:
        'One week after onset. The right knee bends less in swing and the right foot stays down for a shorter time.',
    },
    clips: [
      { name: 'demo_before_left60', view: 'left' },
      { name: 'demo_before_right60', view: 'right' },
    ],
  },
  {
    session: {
      date: '2026-03-02',
      purpose: 'Return to running',
      ...BELT,
      painBefore: 0,
      painAfter: 0,
      notes: 'Seven weeks later: shorter, quicker strides, and left and right are alike.',
    },
    clips: [
      { name: 'demo_after_left60', view: 'left' },
      { name: 'demo_after_right60', view: 'right' },
    ],
  },
];

export const DEMO_CLIPS = DEMO_VISITS.flatMap(({ clips }) => clips.map(({ name }) => name));
