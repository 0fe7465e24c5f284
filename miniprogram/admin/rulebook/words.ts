/** Rules in words, for lists and headings; no wx, so it is tested as it is. */
import {
  accountText,
  bookText,
  numberDimensionText,
  rulebookText,
  valueText,
  wordDimensionText,
  type Condition,
  type NumberDimension,
  type Rule,
  type WordDimension,
} from '../wording/rulebook';
import { choiceText } from '../wording/rulebook-fields';

/** `级别：省级，字数≥500`; all of them must hold. */
export function conditionsWords(conditions: Condition[], none = rulebookText.all): string {
  return conditions.map(conditionWords).join(rulebookText.and) || none;
}

export function whenWords({ from, to, conditions }: Rule['when']): string {
  const days = [from && rulebookText.from(from), to && rulebookText.to(to)].filter(Boolean);
  return conditionsWords(conditions, '') === '' && days.length > 0
    ? days.join(rulebookText.and)
    : [...days, conditionsWords(conditions)].join(rulebookText.and);
}

function conditionWords(condition: Condition): string {
  switch (condition.is) {
    case 'one_of':
      return rulebookText.words(wordDimensionText[condition.dimension], valuesWords(condition));
    case 'none_of':
      return rulebookText.words(
        wordDimensionText[condition.dimension],
        `${rulebookText.not}${valuesWords(condition)}`,
      );
    case 'range':
      return rangeWords(condition);
    default:
      return rulebookText[condition.is](dimensionWords(condition.dimension));
  }
}

function valuesWords({ dimension, values }: Extract<Condition, { values: string[] }>): string {
  return values.map((value) => valueText[dimension]?.[value] ?? value).join(rulebookText.among);
}

function rangeWords({ dimension, atLeast, under }: Extract<Condition, { is: 'range' }>): string {
  const words = numberDimensionText[dimension];
  if (atLeast !== null && under !== null) return rulebookText.between(words, atLeast, under);
  if (atLeast !== null) return rulebookText.atLeast(words, atLeast);
  return rulebookText.under(words, under ?? 0);
}

export function dimensionWords(dimension: WordDimension | NumberDimension): string {
  const all: Record<string, string> = { ...wordDimensionText, ...numberDimensionText };
  return all[dimension] ?? dimension;
}

/** `媒体采用 · 同稿取最高 · 个人积分、单位积分`. */
export function ruleWords(rule: Rule): string {
  const shares = rule.shares.map(({ account, book }) =>
    rulebookText.share(accountText[account], bookText[book]),
  );
  return rulebookText.summary(
    rulebookText.causes[rule.cause],
    choiceText[rule.choice.kind],
    [...new Set(shares)].join(rulebookText.among),
  );
}

/** Hundredths as they are typed: 2050 is `20.5`; nothing is an empty field. */
export function amountText(amount: number | null): string {
  return amount === null ? '' : String(amount / 100);
}

/** What was typed, in hundredths; null for an empty field, undefined for what is no number. */
export function amountOf(typed: string, scale = 100): number | null | undefined {
  const text = typed.trim().replace('−', '-');
  if (text === '') return null;
  const amount = Math.round(Number(text) * scale);
  return Number.isNaN(amount) ? undefined : amount;
}
