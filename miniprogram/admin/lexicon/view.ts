/** What the lexicon's page shows and sends; no wx, so it is tested as it is. */
import type { InputOf, ValueOf } from '../../../cloudfunctions/contract/index';
import { lexiconText } from '../wording/admin';

export type LexiconWord = InputOf<'lexicon.change'>['put'][number];

export interface WordLine {
  word: string;
  about: string;
}

/** A word while it is typed; `right` may stay empty for a sensitive one. */
export const emptyForm = { word: '', sort: 'wrong' as LexiconWord['sort'], right: '', why: '' };

/** The word as the cloud wants it. */
export function wordOf({ word, sort, right, why }: typeof emptyForm): LexiconWord {
  return { word: word.trim(), sort, right: right.trim() || null, why: why.trim() };
}

/** The office's own words first, then those that came with the app. */
export function linesOf(words: ValueOf<'lexicon.list'>['words']): WordLine[] {
  return [...words]
    .sort((left, right) => Number(left.isDefault) - Number(right.isDefault))
    .map(({ word, sort, right, why, isDefault }) => {
      const instead = right === null ? '' : lexiconText.instead(right);
      const from = isDefault ? lexiconText.byDefault : '';
      const parts = [lexiconText.sort[sort], instead, why, from];
      return { word, about: parts.filter((part) => part !== '').join(' · ') };
    });
}
