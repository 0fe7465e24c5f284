/** 计分规则: the office's own table as data. Its shape is the contract's, its words are in labels. */
import type { RulebookDocument } from '../../contract/rulebook-document';

export type Rulebook = RulebookDocument;
export type Rule = Rulebook['rules'][number];
export type Line = Rule['lines'][number];
export type Base = Line['base'];
export type When = Line['when'];
export type Condition = When['conditions'][number];
export type Modifier = Rule['modifiers'][number];
export type Choice = Rule['choice'];
export type Share = Rule['shares'][number];
export type Split = Extract<Share, { account: 'person' }>['split'];
export type PeriodRule = Rulebook['periodRules'][number];
export type Measure = Extract<PeriodRule['effect'], { kind: 'quota' }>['of'];

/**
 * The version in force on a day: the newest that is effective by then. What was printed under an
 * older version keeps that version's points, however late it is verified.
 */
export function rulebookOn(rulebooks: Rulebook[], on: string): Rulebook | undefined {
  return rulebooks
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .reduce<Rulebook | undefined>(
      (newest, one) => (isNewer(one, newest) ? one : newest),
      undefined,
    );
}

function isNewer(one: Rulebook, than: Rulebook | undefined): boolean {
  if (!than) return true;
  if (one.effectiveFrom !== than.effectiveFrom) return one.effectiveFrom > than.effectiveFrom;
  return one.version > than.version;
}
