// The published work that a number leans on, each with what it was taken for; what is our own is said to be.

/** Short name of a source, as it is cited everywhere in the project. */
export type LiteratureId =
  | 'Zeni 2008'
  | 'Fellin 2010'
  | 'Stenum 2021'
  | 'Sports2D'
  | 'Winter 2009'
  | 'Altman & Davis 2012'
  | 'Mo 2023'
  | 'Dingenen 2018'
  | 'Damsted 2015'
  | 'Bramah 2018'
  | 'Young 2023'
  | 'Malisoux 2023'
  | 'Fukuchi 2017';

/** Where each can be found. */
export const LITERATURE: Readonly<Record<LiteratureId, string>> = {
  'Zeni 2008': 'Zeni, Richards & Higginson 2008, Gait & Posture (PubMed 17723303)',
  'Fellin 2010': 'Fellin et al. 2010, treadmill and overground running, 40 runners (PMC3266867)',
  'Stenum 2021': 'Stenum, Rossi & Roemmich 2021, gait from video by pose estimation (PMC8099131)',
  Sports2D: 'Sports2D, the open-source 2-D program and its angle definitions',
  'Winter 2009': 'Winter 2009, Biomechanics and Motor Control of Human Movement',
  'Altman & Davis 2012': 'Altman & Davis 2012, foot strike from the angle of the foot',
  'Mo 2023': 'Mo 2023, thresholds of the foot angle against the strike index',
  'Dingenen 2018': 'Dingenen et al. 2018, repeatability of 2-D running video, 21 runners over a week',
  'Damsted 2015': 'Damsted et al. 2015, repeatability of 2-D running video, 18 runners',
  'Bramah 2018': 'Bramah et al. 2018, running kinematics of injured and uninjured runners, 108 runners',
  'Young 2023': 'Young et al. 2023, the same pose network from one phone against markers, Sensors 23:696',
  'Malisoux 2023': 'Malisoux et al. 2023, 860 runners on a treadmill (10.1177/23259671231204629)',
  'Fukuchi 2017': 'Fukuchi, Fukuchi & Duarte 2017, running data set (PeerJ 5:e3298)',
};

/** One source of a number. */
export interface Source {
  /** Null = ours: measured or decided by this project, not published. */
  readonly literature: LiteratureId | null;
  /** What of it is used. */
  readonly says: string;
}

/** Something taken from published work. */
export const from = (literature: LiteratureId, says: string): Source => ({ literature, says });

/** Something of our own. */
export const ours = (says: string): Source => ({ literature: null, says });
