// `npm run accuracy`: every claim about accuracy, measured against known truth. `--write` also puts the tables into the README.
// Ends with 1 when a promised bar is missed.
import { readFileSync, writeFileSync } from 'node:fs';
import { MOCAP_ABSENT } from '../support/mocap.ts';
import type { Section } from './claims.ts';
import { runningOnForcePlates, walkingOnForcePlates } from './forcePlates.ts';
import { invariances } from './invariances.ts';
import { publishedCurves } from './publishedCurves.ts';
import { judgeSideViews, renderedAngles, renderedDifferences, renderedEvents } from './renderedFilms.ts';
import { asMarkdown, asText } from './report.ts';
import { SHOE_FILM_ABSENT, shoeAxis } from './shoeAxis.ts';
import { speed } from './speed.ts';
import { statedErrors } from './statedErrors.ts';
import { swappedLegs } from './swappedLegs.ts';

const README = new URL('./README.md', import.meta.url);
const BEGIN = '<!-- written by npm run accuracy -- --write -->';

const sections: Section[] = [];

/** Shown as soon as it is there: the films take minutes the first time. */
function show(section: Section): void {
  sections.push(section);
  process.stdout.write(`${asText(section)}\n`);
}

if (MOCAP_ABSENT === null) {
  for (const measure of [runningOnForcePlates, walkingOnForcePlates, publishedCurves, swappedLegs]) show(measure());
} else {
  process.stdout.write(`Nothing on force plates: ${MOCAP_ABSENT}.\n`);
}
const films = await judgeSideViews();
show(renderedAngles(films));
show(renderedEvents(films));
show(await renderedDifferences(films));
show(statedErrors(films));
if (SHOE_FILM_ABSENT === null) show(await shoeAxis());
else process.stdout.write(`Nothing on a real shoe: ${SHOE_FILM_ABSENT}.\n`);
show(await invariances());
show(await speed());

const claims = sections.flatMap((section) => section.claims);
const missed = claims.filter((claim) => !claim.isMet && claim.kind === 'bar');
const short = claims.filter((claim) => !claim.isMet && claim.kind === 'aim');
process.stdout.write(
  `\n${claims.length} claims: ${claims.length - missed.length - short.length} reached, ${short.length} aims not reached, ${missed.length} bars missed.\n`,
);
for (const claim of missed) process.stdout.write(`MISSED ${claim.what}: ${claim.measured}, asked ${claim.asked}\n`);
if (process.argv.includes('--write')) {
  const [written] = readFileSync(README, 'utf8').split(BEGIN);
  writeFileSync(README, `${written}${BEGIN}\n\n${sections.map(asMarkdown).join('\n')}`);
}
process.exitCode = missed.length > 0 ? 1 : 0;
