// How much a threshold or a link rests on, and on whose word: shown beside every criterion, so that consensus is called consensus.

/**
 * What kind of knowledge a number is.
 * `trial` it was the rule of a controlled trial · `cohort` runners or athletes were followed · `case-control` people with and without the
 * complaint were compared · `reliability` how well the test repeats itself · `norm` what healthy people reach · `review` gathered from what
 * papers use · `consensus` experts agreed · `clinical` clinics do it so · `ours` our own judgement.
 */
export type EvidenceGrade =
  | 'trial'
  | 'cohort'
  | 'case-control'
  | 'reliability'
  | 'norm'
  | 'review'
  | 'consensus'
  | 'clinical'
  | 'ours';

export interface Source {
  /** As one cites it in a line, e.g. `Green 2022, Sports Med Open 8:10, table 4`; the same in every language. */
  readonly cite: string;
  readonly grade: EvidenceGrade;
  /** `read` = the paper's abstract, table or a page that states it was read for this; `memory` = quoted without reading it again. */
  readonly checked: 'read' | 'memory';
}

const source = (cite: string, grade: EvidenceGrade, checked: Source['checked'] = 'read'): Source => ({
  cite,
  grade,
  checked,
});

/** Every source of the return to running, by a short name. */
export const SOURCES = {
  green2022: source('Green 2022, Sports Med Open 8:10, tables 4 and 5: 20 experts', 'consensus'),
  hebertLosier2017: source('Hébert-Losier 2017, Physiotherapy, n 566: between days ± 6.2 repetitions', 'reliability'),
  silbernagel2007: source('Silbernagel 2007, Am J Sports Med 35:897: pain-monitoring model up to 5/10', 'trial'),
  vanDerHorst2017: source('van der Horst 2017, Br J Sports Med 51:1583: Delphi of 58 experts', 'consensus'),
  zambaldi2017: source('Zambaldi 2017, Br J Sports Med 51:1221: Delphi of 20 football clubs', 'consensus'),
  askling2010: source('Askling 2010, Knee Surg Sports Traumatol Arthrosc 18:1798: H-test', 'clinical', 'memory'),
  rambaud2018: source('Rambaud 2018, Br J Sports Med 52:1437: what 201 papers on ACL reconstruction use', 'review'),
  kyritsis2016: source('Kyritsis 2016, Br J Sports Med 50:946: discharge after ACL reconstruction, > 90 %', 'cohort'),
  grindem2016: source('Grindem 2016, Br J Sports Med 50:804: ≥ 90 % after ACL reconstruction', 'cohort', 'memory'),
  davies2020: source('Davies 2020, Sports Med: hop tests repeat well and foretell unevenly', 'review'),
  logerstedt2010: source(
    'Logerstedt 2010, JOSPT 40:A1, table 7: 6 m hop, smallest detectable change 0.17 s',
    'reliability',
  ),
  plisky2006: source(
    'Plisky 2006, JOSPT 36:911: 235 school basketball players; found again by some, not by others',
    'cohort',
  ),
  george2024: source('George 2024, Sports Med 54:2247: 50 papers on tibial bone stress, mostly commentaries', 'review'),
  nextGen: source('Next Gen Physio: what a clinic asks for before running', 'clinical'),
  warden2014: source('Warden 2014, JOSPT 44:749: return to running after bone stress', 'consensus', 'memory'),
  esculier2018: source('Esculier 2018, Br J Sports Med 52:659: 69 runners with pain at the front of the knee', 'trial'),
  gwynne2014: source('Gwynne & Curran 2014, IJSPT 9:898: standard error 2–4°', 'reliability'),
  springer2007: source('Springer 2007, J Geriatr Phys Ther 30:8: one-leg stance by age', 'norm'),
  bramah2018: source('Bramah 2018, Am J Sports Med 46:3023: 72 injured and 36 healthy runners', 'case-control'),
  munteanu2011: source(
    'Munteanu & Barton 2011, J Foot Ankle Res 4:15: 9 studies of Achilles tendinopathy',
    'case-control',
  ),
  sancho2019: source('Sancho 2019, Gait Posture 73:189: 16 studies; 17 % of the outcomes differed', 'case-control'),
  sugimoto2019: source('Sugimoto 2019, Sports 7:210: 35 runners after a hamstring injury', 'case-control'),
  daly2016: source('Daly 2016, Br J Sports Med 50:119: sprinting after a hamstring injury', 'case-control', 'memory'),
  neal2016: source('Neal 2016, Gait Posture 45:69: 28 studies of pain at the front of the knee', 'case-control'),
  willson2014: source(
    'Willson 2014, Clin Biomech 29:243: step ± 10 %, load on the kneecap + 31 and − 22 %',
    'case-control',
  ),
  loudon2012: source('Loudon & Reiman 2012, IJSPT 7:356: 14 runners with a history of shin pain', 'case-control'),
  luedke2016: source('Luedke 2016, Med Sci Sports Exerc 48:1244: 68 school runners followed', 'cohort', 'memory'),
  allison2016: source(
    'Allison 2016, Clin Biomech 32:56: walking with gluteal tendinopathy, 40 and 40',
    'case-control',
    'memory',
  ),
  schache2000: source(
    'Schache 2000, Med Sci Sports Exerc 32:1272: hip extension and pelvic tilt in running',
    'case-control',
    'memory',
  ),
  protectsItself: source('ours: what a leg does that spares itself', 'ours'),
  ours: source('ours', 'ours'),
} as const satisfies Readonly<Record<string, Source>>;

/** The short name of a source. */
export type SourceName = keyof typeof SOURCES;
