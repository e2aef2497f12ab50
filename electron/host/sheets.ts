// Sheets to print of a client: put together from the records, previewed as the very document that is printed.
import type { SheetAsk, SheetPreview } from '../../core/api/sheets.ts';
import { GaitError } from '../../core/errors.ts';
import { speedText } from '../../core/records/beltSpeed.ts';
import type { Injury } from '../../core/records/records.ts';
import { findBaseline } from '../../core/rehab/baseline.ts';
import { tissueOf } from '../../core/rehab/bodyRegions.ts';
import { filmingCard } from '../../core/rehab/filmingCard.ts';
import { followInjury } from '../../core/rehab/followInjury.ts';
import { USUAL_TISSUE } from '../../core/rehab/painRules.ts';
import { filmingCardWords } from '../../core/rehab/rehabSentences.ts';
import { walkRunDiary } from '../../core/rehab/walkRunDiary.ts';
import { REPORT_SETUP_DEFAULTS } from '../../core/report/reportSetup.ts';
import { REPORT_TEXT } from '../../core/report/reportText.ts';
import { AppVersion } from '../jobs/appVersion.ts';
import { documentHtml } from '../report/documentHtml.ts';
import { framed, type Sheet } from '../report/pageFrame.ts';
import { diarySheets, filmingCardSheets } from '../report/planSheets.ts';
import { returningSheets } from '../report/returningSheets.ts';
import type { HostRooms } from './hostRooms.ts';
import { calledOnPaper, dayInWords } from './onPaper.ts';
import { followedFilms } from './recordHandlers.ts';

/** @throws GaitError `record-missing` for a client or injury that is gone, and for a plan without a stage */
export function sheetPreview(rooms: HostRooms, ask: SheetAsk): SheetPreview {
  const { library } = rooms;
  const client = library.clients.get(ask.clientId);
  const sheets = sheetsFor(rooms, ask);
  const { clinicName, clinicLogo } = library.settings.get();
  const pages = framed(sheets, {
    text: REPORT_TEXT,
    setup: { ...REPORT_SETUP_DEFAULTS, paper: ask.paper, clinicName, clinicLogo },
    client: calledOnPaper(client),
    madeOn: dayInWords(Date.now()),
    file: '',
    program: `${REPORT_TEXT.product} ${AppVersion.app}`,
  });
  const { title } = sheets[0]!;
  return { html: documentHtml(pages, { language: 'en', title, paper: ask.paper }), title, pages: sheets.length };
}

function sheetsFor(rooms: HostRooms, ask: SheetAsk): readonly Sheet[] {
  const { library } = rooms;
  const { clientId } = ask;
  if (ask.kind === 'filming-card') return cardFor(rooms, clientId);
  const stages = library.walkRunStages.listFor(clientId);
  if (ask.kind === 'walk-run-plan') {
    if (stages.length === 0) throw new GaitError('record-missing', 'There is no walk–run plan yet; begin one first.');
    const injury = ask.injuryId === null ? null : injuryOf(rooms, clientId, ask.injuryId);
    return diarySheets(walkRunDiary(stages, injury ? tissueOf(injury) : USUAL_TISSUE));
  }
  const injury = injuryOf(rooms, clientId, ask.injuryId);
  const input = {
    injuries: library.injuries.listFor(clientId),
    sessions: library.sessions.listFor(clientId),
    tests: library.returnTests.listFor(clientId),
    stages,
    films: followedFilms(rooms, clientId),
  };
  const today = dayHere();
  return returningSheets(followInjury(input, injury, today), today, REPORT_TEXT, dayInWords);
}

function cardFor({ library }: HostRooms, clientId: string): readonly Sheet[] {
  const { speedUnit } = library.settings.get();
  // A visit that was just opened, or never filmed, is nobody's baseline.
  const sessions = library.sessions.listFor(clientId).filter(({ id }) => library.clips.listFor(id).length > 0);
  const onset = library.injuries.listFor(clientId).find(({ status }) => status !== 'resolved')?.onset ?? null;
  const found = findBaseline(sessions, { id: '', date: dayHere(), purpose: '' }, onset);
  const clips = found === null ? [] : library.clips.listFor(found.session.id);
  const card = filmingCard(
    found === null ? 'baseline' : 'checkIn',
    found === null ? null : { ...found.session, clips },
  );
  return filmingCardSheets(filmingCardWords(card, (speedMs) => `${speedText(speedMs, speedUnit)} ${speedUnit}`));
}

/** @throws GaitError `record-missing` */
function injuryOf({ library }: HostRooms, clientId: string, injuryId: string): Injury {
  const injury = library.injuries.listFor(clientId).find(({ id }) => id === injuryId);
  if (!injury) throw new GaitError('record-missing', 'This injury is gone; choose another one.');
  return injury;
}

/** Today where the clinic is, `YYYY-MM-DD`. */
function dayHere(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
