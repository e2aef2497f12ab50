// The rules that hold for every record whatever wrote it: dates that exist, pain from 0 to 10, sizes that a body can have.
import type { Client, Clip, Drawing, Fresh, Injury, ReturnTest, Session, WalkRunDay, WalkRunStage } from './records.ts';

/** Ours: longer texts are files pasted by mistake. */
const LONGEST_TEXT = 100_000;
/** Ours: a test has three trials, a stage some ten runs; more are a mistake of a program. */
const MOST_TRIALS = 100;
const MOST_DAYS = 1000;
/** Of a visit and of a day in the diary. */
const PAIN_FIELDS = ['painBefore', 'painDuring', 'painAfter', 'painNextDay'] as const;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @throws RangeError with the field's name */
export function checkClient(client: Fresh<Client>): void {
  checkTexts({ code: client.code, name: client.name, notes: client.notes });
  checkDate('birthDate', client.birthDate);
  checkRange('heightM', client.heightM, 0.3, 2.8);
  checkRange('massKg', client.massKg, 1, 500);
  if (!client.name.trim() && !client.code.trim()) throw new RangeError('A client needs a name or a code.');
}

/** @throws RangeError with the field's name */
export function checkInjury(injury: Fresh<Injury>): void {
  checkTexts({ region: injury.region, mechanism: injury.mechanism, notes: injury.notes });
  checkDate('onset', injury.onset);
  checkDate('resolvedOn', injury.resolvedOn ?? null);
}

/** @throws RangeError with the field's name */
export function checkSession(session: Fresh<Session>): void {
  checkTexts({ purpose: session.purpose, footwear: session.footwear, notes: session.notes });
  checkDate('date', session.date);
  checkBelt(session);
  for (const field of PAIN_FIELDS) checkPain(field, session[field] ?? null);
}

/** @throws RangeError with the field's name */
export function checkClip(clip: Fresh<Clip>): void {
  checkTexts({ fileName: clip.fileName });
  if (!/^[0-9a-f]{64}$/.test(clip.videoSha256)) throw new RangeError('videoSha256 is not a content hash.');
  checkBelt(clip.capture);
  checkRange('slowMotion', clip.capture.slowMotion, 0.01, 1000);
  checkRange('fromS', clip.capture.fromS, 0, Number.MAX_VALUE);
  checkRange('toS', clip.capture.toS, clip.capture.fromS ?? 0, Number.MAX_VALUE);
}

/** @throws RangeError with the field's name */
export function checkReturnTest(test: Fresh<ReturnTest>): void {
  checkTexts({ test: test.test, unit: test.unit, notes: test.notes });
  checkDate('date', test.date);
  checkRange('value', test.value, -Number.MAX_VALUE, Number.MAX_VALUE);
  checkPain('pain', test.pain);
  if ((test.trials?.length ?? 0) > MOST_TRIALS) throw new RangeError(`trials are more than ${MOST_TRIALS}.`);
  for (const trial of test.trials ?? []) checkRange('trials', trial, -Number.MAX_VALUE, Number.MAX_VALUE);
}

/** @throws RangeError with the field's name */
export function checkWalkRunStage(stage: Fresh<WalkRunStage>): void {
  checkTexts({ notes: stage.notes });
  for (const field of ['stage', 'repeats'] as const)
    if (!Number.isInteger(stage[field]) || stage[field] < 1)
      throw new RangeError(`${field} is not a number from 1 on.`);
  checkRange('walkS', stage.walkS, 0, 86_400);
  checkRange('runS', stage.runS, 0, 86_400);
  checkDate('startedOn', stage.startedOn);
  checkDate('completedOn', stage.completedOn);
  checkPain('painDuring', stage.painDuring);
  checkPain('painNextDay', stage.painNextDay);
  if ((stage.days?.length ?? 0) > MOST_DAYS) throw new RangeError(`days are more than ${MOST_DAYS}.`);
  for (const day of stage.days ?? []) checkWalkRunDay(day);
}

function checkWalkRunDay(day: WalkRunDay): void {
  checkTexts({ 'days.notes': day.notes });
  checkDate('days.date', day.date);
  for (const field of PAIN_FIELDS) checkPain(`days.${field}`, day[field]);
}

const POINTS: Readonly<Record<Drawing['kind'], number>> = { angle: 3, line: 2, arrow: 2, text: 1 };

/** @throws RangeError with the field's name */
export function checkDrawing(drawing: Fresh<Drawing>): void {
  checkTexts({ text: drawing.text });
  checkRange('timeS', drawing.timeS, -Number.MAX_VALUE, Number.MAX_VALUE);
  if (drawing.points.length !== POINTS[drawing.kind])
    throw new RangeError(`A drawn ${drawing.kind} has ${POINTS[drawing.kind]} points, not ${drawing.points.length}.`);
  if (!/^#[0-9a-f]{6}$/i.test(drawing.colour)) throw new RangeError('colour is not of the form #rrggbb.');
}

function checkBelt(belt: { readonly speedMs: number | null; readonly inclinePct: number | null }): void {
  checkRange('speedMs', belt.speedMs, 0, 15);
  checkRange('inclinePct', belt.inclinePct, -50, 50);
}

function checkPain(field: string, pain: number | null): void {
  checkRange(field, pain, 0, 10);
}

function checkRange(field: string, value: number | null, low: number, high: number): void {
  if (value !== null && !(value >= low && value <= high))
    throw new RangeError(`${field} is ${value}; it lies between ${low} and ${high}.`);
}

function checkTexts(texts: Readonly<Record<string, string>>): void {
  for (const [field, text] of Object.entries(texts))
    if (text.length > LONGEST_TEXT) throw new RangeError(`${field} is longer than ${LONGEST_TEXT} characters.`);
}

function checkDate(field: string, date: string | null): void {
  if (date === null) return;
  const [, year, month, day] = DATE.exec(date) ?? [];
  const known = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (!year || known.getUTCMonth() !== Number(month) - 1 || known.getUTCDate() !== Number(day))
    throw new RangeError(`${field} is ${date}, which is no date of the form YYYY-MM-DD.`);
}
