/** 错敏词: words that are wrong, or that ask for a second thought, and where a text has them. */
import type * as z from 'zod/mini';
import type { lexiconSort } from '../../contract/draft';
import { accept, refuse, type Decision } from '../../kernel/decision';
import { dutiesOn, type Person } from '../people/person';

export interface LexiconWord {
  word: string;
  sort: z.output<typeof lexiconSort>;
  right: string | null;
  why: string;
}

/** What the office changed of the product's own words. */
export interface Lexicon {
  _id: 'lexicon';
  put: LexiconWord[];
  dropped: string[];
  version: number;
}

/** More would make a document, and every advice, slow. */
const wordsMax = 1000;
/** A text with more than this has another problem. */
const findingsMax = 100;

/** The words that hold: the office's own, and the product's but for those changed or dropped. */
export function wordsOf(
  defaults: LexiconWord[],
  lexicon: Lexicon | undefined,
): (LexiconWord & { isDefault: boolean })[] {
  const own = lexicon?.put ?? [];
  const gone = new Set([...(lexicon?.dropped ?? []), ...own.map(({ word }) => word)]);
  return [
    ...own.map((one) => ({ ...one, isDefault: false })),
    ...defaults.filter(({ word }) => !gone.has(word)).map((one) => ({ ...one, isDefault: true })),
  ];
}

/** The lexicon after words are put in and others dropped; a word in both is put in. */
export function changeLexicon(
  before: Lexicon | undefined,
  { put, drop }: { put: LexiconWord[]; drop: string[] },
): Decision<{ lexicon: Lexicon }, 'lexicon_word_invalid' | 'lexicon_full'> {
  if (!put.every(isWhole)) return refuse('lexicon_word_invalid');
  const changed = new Set([...put.map(({ word }) => word), ...drop]);
  const kept = (before?.put ?? []).filter(({ word }) => !changed.has(word));
  const added = new Map(put.map((one) => [one.word, one]));
  const dropped = new Set([...(before?.dropped ?? []), ...drop]);
  for (const word of added.keys()) dropped.delete(word);
  const lexicon: Lexicon = {
    _id: 'lexicon',
    put: [...added.values(), ...kept],
    dropped: [...dropped],
    version: (before?.version ?? 0) + 1,
  };
  const size = lexicon.put.length + lexicon.dropped.length;
  return size > wordsMax ? refuse('lexicon_full') : accept({ lexicon });
}

/** May this person see and change the lexicon? */
export function mayKeepLexicon(person: Person, on: string): boolean {
  return dutiesOn(person, on).some(
    ({ duty }) => duty === 'publicity_office' || duty === 'administrator',
  );
}

export interface Finding extends LexiconWord {
  from: number;
  to: number;
}

/** Where a text has words of the lexicon, in its order; of overlapping ones the longest. */
export function findWords(text: string, words: LexiconWord[]): Finding[] {
  const all = words.flatMap((word) => placesOf(text, word));
  all.sort((left, right) => left.from - right.from || right.to - left.to);
  const found: Finding[] = [];
  for (const one of all) {
    const last = found.at(-1);
    if (!last || one.from >= last.to) found.push(one);
    if (found.length >= findingsMax) break;
  }
  return found;
}

function placesOf(text: string, { word, sort, right, why }: LexiconWord): Finding[] {
  const places: Finding[] = [];
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
    if (!isRightAlready(text, { from, word, right })) {
      places.push({ word, sort, right, why, from, to: from + word.length });
    }
  }
  return places;
}

/** A right word may contain the wrong one: where it stands in full there is nothing to say. */
function isRightAlready(
  text: string,
  { from, word, right }: { from: number; word: string; right: string | null },
): boolean {
  const inside = right?.indexOf(word) ?? -1;
  return right !== null && inside >= 0 && text.startsWith(right, from - inside);
}

function isWhole({ word, sort, right, why }: LexiconWord): boolean {
  return sort === 'wrong' ? right !== null && right !== word : why !== '' && right !== word;
}
