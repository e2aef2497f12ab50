// Claims about whole films: video in, angles, events and left-against-right out, on rendered runners whose truth is exact.

import { analyze } from '../../core/analyze.ts';
import type { ParameterId, TrialResult } from '../../core/types.ts';
import { looped } from '../support/analysed.ts';
import { estimatedPose } from '../support/estimatedPose.ts';
import type { Agreement } from '../support/readTrial.ts';
import { type Clip, clipFile, loadTruth, truthPose } from '../support/rendered.ts';
import { atMost, type Claim, exactly, type Figures, mean, type Section, worst } from './claims.ts';
import { footPitchErrors, landmarkErrors } from './landmarkErrors.ts';
import { COMPARED, type JudgedFilm, judge, judgeFilm, LEGS } from './renderedFilm.ts';

interface SideView {
  readonly clip: Clip;
  /** What was put into the runner: sign of right minus left. */
  readonly differs: Partial<Record<ParameterId, 1 | -1>>;
  /** What the truth shows to follow from it: a shorter contact is a longer flight and begins nearer the body. */
  readonly follows: readonly ParameterId[];
}

const SOUND = { differs: {}, follows: [] };
const HURT_RIGHT_LEG = {
  differs: { kneeFlexionPeakSwing: -1, contactTime: -1 },
  follows: ['flightTime', 'dutyFactor', 'overstride', 'shankAngleAtContact', 'ankleAtContact'],
} as const;

/** Every film from the side. */
export const SIDE_VIEWS: readonly SideView[] = [
  { clip: 'dev01_run_before_right60', ...SOUND },
  { clip: 'dev02_run_after_right60', ...SOUND },
  // Its left thigh is also 6° less extended at push-off.
  { clip: 'dev03_run_left120_kneeL', differs: { kneeFlexionPeakSwing: 1 }, follows: ['thighExtensionPeak'] },
  { clip: 'dev04_walk_right60', ...SOUND },
  { clip: 'dev06_run_yaw10_30', ...SOUND },
  { clip: 'demo_before_left60', ...HURT_RIGHT_LEG },
  { clip: 'demo_before_right60', ...HURT_RIGHT_LEG },
  { clip: 'demo_after_left60', ...SOUND },
  { clip: 'demo_after_right60', ...SOUND },
];

/** Every side view that is on this machine, judged. */
export async function judgeSideViews(): Promise<JudgedFilm[]> {
  const films: JudgedFilm[] = [];
  for (const { clip } of SIDE_VIEWS) if (clipFile(`${clip}.mp4`)) films.push(await judgeFilm(clip));
  return films;
}

function viewOf(clip: Clip): SideView {
  const view = SIDE_VIEWS.find((one) => one.clip === clip);
  if (!view) throw new Error(`${clip} is not a side view.`);
  return view;
}

/** Differences that are not in the runner: reported, and neither put in nor following from what was. */
export function falseDifferences({ clip, asymmetry }: Pick<JudgedFilm, 'clip' | 'asymmetry'>): ParameterId[] {
  const { differs, follows } = viewOf(clip);
  const said = asymmetry.filter((row) => row.verdict === 'different').map((row) => row.id);
  return said.filter((id) => !(id in differs) && !follows.includes(id));
}

/** Differences that are in the runner and were not found with their sign. */
export function missedDifferences({ clip, asymmetry }: Pick<JudgedFilm, 'clip' | 'asymmetry'>): ParameterId[] {
  return (Object.entries(viewOf(clip).differs) as [ParameterId, 1 | -1][]).flatMap(([id, sign]) => {
    const row = asymmetry.find((one) => one.id === id);
    return row?.verdict === 'different' && Math.sign(row.difference ?? 0) === sign ? [] : [id];
  });
}

/** Angles, near leg, nothing taken out. */
export function renderedAngles(films: readonly JudgedFilm[]): Section {
  const running = films.filter((film) => film.truth.gait === 'run');
  const walking = films.filter((film) => film.truth.gait === 'walk');
  const rmse = (of: readonly JudgedFilm[], id: (typeof COMPARED)[number]) =>
    worst(of.map((film) => film.angles.near[id].rmse));
  const claim = (name: string, id: (typeof COMPARED)[number], limit: number, kind: Claim['kind']) => [
    atMost(`${name}, running, worst of ${running.length} films`, limit, rmse(running, id), { unit: '°', kind }),
    atMost(`${name}, walking`, limit, rmse(walking, id), { unit: '°', kind: 'aim' }),
  ];
  return {
    title: 'Angles, from video, on rendered people',
    about:
      'Video in, angles out, compared frame by frame with the body in space. Root mean square error of the leg near the camera with nothing taken out.',
    claims: [
      ...claim('thigh', 'thigh', 4, 'bar'),
      ...claim('knee', 'kneeFlexion', 5, 'bar'),
      ...claim('ankle', 'ankle', 5, 'aim'),
      ...claim('foot', 'foot', 4, 'aim'),
      atMost('trunk, running', 3, worst(running.map((film) => film.trunkLean.rmse)), { unit: '°' }),
      atMost('trunk, walking', 3, worst(walking.map((film) => film.trunkLean.rmse)), {
        unit: '°',
        kind: 'aim',
        digits: 2,
      }),
    ],
    figures: [angleTable(films), sourceTable(films), landmarkErrors(films), footPitchErrors(films)],
  };
}

function angleTable(films: readonly JudgedFilm[]): Figures {
  const cell = ({ rmse, bias, afterOffset }: JudgedFilm['trunkLean']) =>
    `${rmse.toFixed(1)} (${bias.toFixed(1)}, ${afterOffset.toFixed(1)})`.replace('-0.0', '0.0').replaceAll('-', '−');
  const rows = films.flatMap((film) =>
    LEGS.map((leg) => [
      film.clip,
      leg,
      ...COMPARED.map((id) => cell(film.angles[leg][id])),
      leg === 'near' ? cell(film.trunkLean) : '',
    ]),
  );
  return {
    title: 'Every film: root mean square error (bias, after taking out the bias), degrees',
    head: ['clip', 'leg', 'thigh', 'knee', 'shank', 'ankle', 'foot', 'trunk'],
    rows,
  };
}

/** The same films with the true points in place of the network's: what filter, camera and definitions leave. */
function sourceTable(films: readonly JudgedFilm[]): Figures {
  const rows = films.map(({ clip, truth, angles }) => {
    const perfect = judge(clip, truth, truthPose(truth)).angles;
    const cell = (id: (typeof COMPARED)[number]) =>
      `${perfect.near[id].rmse.toFixed(1)} of ${angles.near[id].rmse.toFixed(1)}`;
    return [clip, ...COMPARED.map(cell)];
  });
  return {
    title: 'Share of the filter and the camera: error with perfect points, of the error from video, near leg, degrees',
    head: ['clip', 'thigh', 'knee', 'shank', 'ankle', 'foot'],
    rows,
  };
}

/** Contacts, toe-offs and legs. */
export function renderedEvents(films: readonly JudgedFilm[]): Section {
  const fast = films.filter((film) => film.truth.fps >= 60);
  const astray = films.map(
    ({ contacts, toeOffs }) => contacts.missed + contacts.extra + toeOffs.missed + toeOffs.extra,
  );
  const left = films.reduce((sum, film) => sum + film.exchanged.left, 0);
  return {
    title: 'Contacts and toe-offs, from video, on rendered people',
    about: `Against the instants at which the rendered sole grips and leaves the belt. All events of the ${fast.length} films at 60 and 120 fps together.`,
    claims: [
      ...eventClaims('running', fast, 'run'),
      ...eventClaims('walking', fast, 'walk'),
      exactly('events missed or doubled, all films', '0', `${worst(astray)}`),
      exactly('frames with left and right exchanged, all films', '0', `${left}`, 'aim'),
    ],
    figures: [eventTable(films)],
  };
}

function eventClaims(name: string, films: readonly JudgedFilm[], gait: 'run' | 'walk'): Claim[] {
  const own = films.filter((film) => film.truth.gait === gait);
  const mae = (of: (film: JudgedFilm) => Agreement) => mean(own.flatMap((film) => of(film).errorsMs.map(Math.abs)));
  return [
    atMost(
      `contacts, ${name}, mean absolute error`,
      10,
      mae((film) => film.contacts),
      { unit: ' ms' },
    ),
    atMost(
      `toe-offs, ${name}, mean absolute error`,
      15,
      mae((film) => film.toeOffs),
      { unit: ' ms' },
    ),
  ];
}

function eventTable(films: readonly JudgedFilm[]): Figures {
  const cell = ({ maeMs, biasMs }: Agreement) => `${maeMs.toFixed(1)} (${biasMs.toFixed(1)})`.replaceAll('-', '−');
  return {
    title: 'Every film: mean absolute error (bias), ms; frames with left and right exchanged',
    head: ['clip', 'fps', 'contacts', 'toe-offs', 'exchanged as drawn', 'exchanged after repair'],
    rows: films.map(({ clip, truth, contacts, toeOffs, exchanged: { drawn, left, frames } }) => [
      clip,
      `${truth.fps}`,
      cell(contacts),
      cell(toeOffs),
      `${drawn} of ${frames}`,
      `${left}`,
    ]),
  };
}

/** Three or four strides a leg, played over: whatever the network does wrong in them, it does wrong every time. */
const PLAYED_OVER: readonly Clip[] = ['dev03_run_left120_kneeL', 'dev04_walk_right60'];

/** Left against right. */
export async function renderedDifferences(films: readonly JudgedFilm[]): Promise<Section> {
  const claims = films.flatMap((film): Claim[] => {
    const put = Object.keys(viewOf(film.clip).differs);
    const found: Claim[] =
      put.length > 0
        ? [exactly(`${film.clip}: ${put.join(' and ')} found`, 'all', words(missedDifferences(film), 'all'))]
        : [];
    const kind = PLAYED_OVER.includes(film.clip) ? 'aim' : 'bar';
    return [...found, exactly(`${film.clip}: nothing else`, 'none', words(falseDifferences(film), 'none'), kind)];
  });
  return {
    title: 'Left against right, from video, on rendered people',
    about:
      'Which variables are called different. Two films of a runner with a hurt right leg and one with a stiff left knee must show it with its side; sound runners must show nothing. Clips with fewer than five strides a leg are played four times over.',
    claims: [...claims, ...(await pelvisFromBehind())],
  };
}

function words(ids: readonly ParameterId[], none: string): string {
  return ids.length === 0 ? none : ids.join(', ');
}

/** The one film from behind: the pelvis drops on the right while the left leg stands. */
async function pelvisFromBehind(): Promise<Claim[]> {
  const result = await fromBehind();
  const row = result.asymmetry.find((one) => one.id === 'pelvicDrop');
  const said = row?.verdict === 'different' && (row.difference ?? 0) < 0 ? 'left' : (row?.verdict ?? 'nothing');
  return [exactly('dev05_run_post60_dropL: pelvis drops more in stance of', 'left', said, 'aim')];
}

/** The film from behind, played over. */
export async function fromBehind(): Promise<TrialResult> {
  const truth = loadTruth('dev05_run_post60_dropL');
  const pose = await estimatedPose('dev05_run_post60_dropL');
  return analyze(looped(pose, truth), { heightM: truth.height_m });
}
