/** Who would move under a draft, and by how much; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { accountText, bookText, trialText } from '../wording/rulebook';
import { periodWords } from '../../text/standing';
import { amountText } from '../rulebook/words';

export type Move = ValueOf<'trial.show'>['moves'][number];
export type Trial = ValueOf<'rulebook.try'>['trial'];

/** Those of a page who move, as they come: who moves most first. */
export function moveLines(moves: Move[]) {
  return moves
    .filter(({ before, after }) => before !== after)
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

/** How far it has come, in words and of a hundred. */
export function progressOf({ at, place, places, works, facts, moved, isDone }: Trial) {
  if (isDone) {
    const found = moved > 0 ? `，${trialText.moved(moved)}` : '';
    return { said: `${trialText.done(works, facts)}${found}。`, percent: 100 };
  }
  if (at === null) return { said: trialText.ending(works), percent: 100 };
  const words = periodWords(at);
  return {
    said:
      places > 1 ? trialText.among(words, place + 1, places, works) : trialText.month(words, works),
    percent: Math.floor((place * 100) / places),
  };
}

/** What the sums do not have. */
export const caveatsOf = ({ touched, isHeldTaken }: Trial): string[] => [
  ...(touched > 0 ? [trialText.touched(touched)] : []),
  ...(isHeldTaken ? [trialText.held] : []),
];

const keyOf = ({ kind, ownerId, book }: Move) => `${kind}:${ownerId}:${book}`;

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
