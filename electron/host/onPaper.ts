// How people and days are called on paper.
import type { Client } from '../../core/records/records.ts';

/** The name, else the code; null for neither. */
export const calledOnPaper = ({ name, code }: Client): string | null => name.trim() || code.trim() || null;

/** The day as people write it. @param day `YYYY-MM-DD`, which is a day anywhere, or a moment here */
export function dayInWords(day: string | number): string {
  const zone = typeof day === 'string' ? { timeZone: 'UTC' } : {};
  return new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', ...zone });
}
