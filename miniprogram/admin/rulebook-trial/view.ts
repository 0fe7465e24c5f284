/** Who would move under a draft, and by how much; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { accountText, bookText, trialText } from '../wording/rulebook';
import { periodWords } from '../../text/standing';
import { amountText } from '../rulebook/words';

export type Move = ValueOf<'rulebook.try'>['moves'][number];

/** Adds a page to what the pages before it brought. */
export function addMoves(sums: Move[], page: Move[]): Move[] {
  const byAccount = new Map(sums.map((move) => [keyOf(move), move]));
  for (const move of page) {
    const sum = byAccount.get(keyOf(move));
    const before = (sum?.before ?? 0) + move.before;
    const after = (sum?.after ?? 0) + move.after;
    byAccount.set(keyOf(move), { ...move, before, after });
  }
  return [...byAccount.values()];
}

/** Who moves, the greatest change first. */
export function moveLines(sums: Move[]) {
  return sums
    .filter(({ before, after }) => before !== after)
    .sort((left, right) => sizeOf(right) - sizeOf(left) || (keyOf(left) < keyOf(right) ? -1 : 1))
    .map((move) => {
      const change = move.after - move.before;
      const words = change > 0 ? trialText.up : trialText.down;
      return {
        key: keyOf(move),
        name: move.name || trialText.unknown,
        about: `${accountText[move.kind]}${bookText[move.book]}`,
        isUp: change > 0,
        change: words(amountText(Math.abs(change))),
        sums: trialText.change(amountText(move.before), amountText(move.after)),
      };
    });
}

const keyOf = ({ kind, ownerId, book }: Move) => `${kind}:${ownerId}:${book}`;
const sizeOf = ({ before, after }: Move) => Math.abs(after - before);

/** What may be replayed: this month and so many before, quarters and years; newest first. */
export function pastPeriods(today: string) {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const back = (count: number, at: number, keyOf: (at: number) => string) =>
    Array.from({ length: count }, (_, place) => keyOf(at - place));
  const keys = [
    ...back(24, year * 12 + month - 1, (at) => {
      return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    }),
    ...back(8, year * 4 + Math.ceil(month / 3) - 1, (at) => {
      return `${Math.floor(at / 4)}Q${(at % 4) + 1}`;
    }),
    ...back(3, year, String),
  ];
  return keys.map((id) => ({ id, title: periodWords(id), about: '' }));
}
