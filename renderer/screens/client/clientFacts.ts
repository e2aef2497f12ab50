// What is known of a client, in a line.
import { ageYears } from '../../../core/records/calendar.ts';
import type { Client } from '../../../core/records/records.ts';
import { fill, formatNumber } from '../../../core/report/formatNumber.ts';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { today } from '../../text/dates.ts';

const text = CLIENT_TEXT.facts;

/** Age, sex, height and mass, as far as known. */
export function clientFacts({ birthDate, sex, heightM, massKg }: Client): readonly string[] {
  const age = birthDate === null ? null : ageYears(birthDate, today());
  return [
    age === null ? null : fill(text.years, { n: age }),
    sex && text.sexes[sex],
    heightM === null ? null : fill(text.height, { n: formatNumber(heightM, 2) }),
    massKg === null ? null : fill(text.mass, { n: formatNumber(massKg, massKg % 1 === 0 ? 0 : 1) }),
  ].filter((fact) => fact !== null);
}
