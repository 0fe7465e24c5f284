/** An entry as a line shows it, in words. */
import { amountWords, entryGrey, standingText, type Entry } from './standing';

export interface EntryRow {
  id: string;
  title: string;
  derivation: string;
  grey: string;
  amount: string;
  isLess: boolean;
  mark: string;
}

export function rowOf(entry: Entry, now: number): EntryRow {
  return {
    id: entry.id,
    title: entry.title,
    derivation: entry.derivation,
    grey: entryGrey(entry, now),
    amount: amountWords(entry.book, entry.amount),
    isLess: entry.amount < 0 || entry.isReversed,
    mark: entry.isReversed ? standingText.reversed : '',
  };
}
