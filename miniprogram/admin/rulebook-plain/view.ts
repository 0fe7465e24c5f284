/** The rulebook as its readers see it; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { bookText, type Rule } from '../wording/rulebook';
import { dateCountedText } from '../wording/rulebook-fields';
import { plainText } from '../wording/rulebook-plain';
import { periodSentence } from './periods';
import { plainRule, type PlainRule } from './rules';
import { dayWords } from './words';

type Read = ValueOf<'rulebook.read'>;

export interface RulebookView {
  name: string;
  since: string;
  /** In force, or what came after it. */
  state: string;
  isInForce: boolean;
  sections: { title: string; rules: PlainRule[] }[];
  periods: { name: string; said: string }[];
  dated: string[];
  /** The other versions, newest first. */
  others: { version: number; name: string; words: string }[];
}

/** Null while no rulebook is in force. */
export function viewOf({ versions, shown }: Read): RulebookView | null {
  if (!shown) return null;
  const { version, rulebook } = shown;
  const next = versions.filter((one) => one.version > version).pop();
  return {
    name: rulebook.name,
    since: plainText.version(version, dayWords(rulebook.effectiveFrom)),
    state: next
      ? plainText.replaced(dayWords(next.effectiveFrom), next.version)
      : plainText.inForce,
    isInForce: next === undefined,
    sections: (['printing', 'fact'] as const).flatMap((cause) => sectionOf(cause, rulebook.rules)),
    periods: rulebook.periodRules.map((rule) => ({
      name: rule.name,
      said: periodSentence(rule, rulebook.rules),
    })),
    dated: datedWords(rulebook.books),
    others: versions
      .filter((one) => one.version !== version)
      .map(({ name, effectiveFrom, ...one }) => ({
        ...{ version: one.version, name },
        words: plainText.former(one.version, dayWords(effectiveFrom)),
      })),
  };
}

function sectionOf(cause: Rule['cause'], rules: Rule[]): RulebookView['sections'] {
  const own = rules.filter((rule) => rule.cause === cause).map(plainRule);
  return own.length === 0 ? [] : [{ title: plainText.sections[cause], rules: own }];
}

/** Books that go by the same day are named together. */
function datedWords(books: NonNullable<Read['shown']>['rulebook']['books']): string[] {
  return (['printed', 'verified'] as const).flatMap((day) => {
    const named = (['points', 'yuan', 'count'] as const).filter(
      (book) => books[book].dateCounted === day,
    );
    const words = named.map((book) => bookText[book]).join(plainText.or);
    return words === '' ? [] : [plainText.dated(words, dateCountedText[day])];
  });
}
