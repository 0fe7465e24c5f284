/** The whole rulebook on screen; no wx, so it is tested as it is. */
import type { showRulebook } from '../../client/rulebook';
import { cloudNow } from '../../platform/clock';
import { dayOn, dayStart } from '../../text/day';
import {
  accountText,
  bookText,
  periodText,
  rulebookText,
  type PeriodRule,
  type Rule,
  type Rulebook,
} from '../wording/rulebook';
import { baseText, dateCountedText, effectText } from '../wording/rulebook-fields';
import { oneOf, type Field } from './fields';
import { amountText, conditionsWords, ruleWords, whenWords } from './words';

type Base = Rule['lines'][number]['base'];

/** A table as a page draws it; anything that is no table is one row of words. */
export interface Grid {
  title: string;
  about: string;
  columns: string[];
  rows: { label: string; cells: string[] }[];
  sentence: string;
}

export function ruleCards({ rules }: Pick<Rulebook, 'rules'>) {
  return rules.map((rule) => ({
    name: rule.name,
    about: ruleWords(rule),
    when: rule.when.conditions.length > 0 || rule.when.from ? whenWords(rule.when) : '',
    grids: rule.lines.map(gridOf),
    modifiers: rule.modifiers.map(
      ({ label, when }) => `${label || rulebookText.unnamed}（${whenWords(when)}）`,
    ),
  }));
}

function gridOf({ label, when, base }: Rule['lines'][number]): Grid {
  const about = when.conditions.length > 0 ? conditionsWords(when.conditions) : '';
  const plain = { title: label, about, columns: [], rows: [], sentence: '' };
  if (base.kind !== 'table') return { ...plain, sentence: sentenceOf(base) };
  const { rows, columns, amounts } = base;
  return {
    ...plain,
    columns: columns.map(
      (heading) => heading.label || conditionsWords(heading.conditions, rulebookText.rest),
    ),
    rows: rows.map((row, at) => ({
      label: row.label || conditionsWords(row.conditions, rulebookText.rest),
      cells: columns.map((_column, place) => amountText(amounts[at]?.[place] ?? null) || '—'),
    })),
  };
}

function sentenceOf(base: Exclude<Base, { kind: 'table' }>): string {
  const kind = baseText[base.kind];
  switch (base.kind) {
    case 'fixed':
      return `${kind} ${amountText(base.amount)}`;
    case 'fee':
      return `${kind} ${base.percent}%`;
    case 'steps':
      return base.steps
        .map(({ from, amount }) => `${from}：${amountText(amount)}`)
        .join(rulebookText.among);
    case 'per':
      return `${base.included}：${amountText(base.start)}，+${base.each}：+${amountText(base.amount)}`;
  }
}

export function periodLines({ periodRules }: Pick<Rulebook, 'periodRules'>) {
  return periodRules.map((rule) => ({ name: rule.name, about: periodWords(rule) }));
}

export function periodWords({ period, account, book, unitClasses, effect }: PeriodRule): string {
  return [
    periodText[period],
    `${accountText[account]}${bookText[book]}`,
    effectText[effect.kind],
    unitClasses.join(rulebookText.among),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Which day says to which period something belongs, book by book. */
export const termFields = ({ books }: Pick<Rulebook, 'books'>): Field[] =>
  (['points', 'yuan', 'count'] as const).map((book) =>
    oneOf(
      ...([`books.${book}.dateCounted`, rulebookText.dateCounted(bookText[book])] as const),
      ...([books[book].dateCounted, dateCountedText] as const),
    ),
  );

/** Why the office's table does not hold together, and where; undefined for any other answer. */
export function foundWords(reply: object): string | undefined {
  const { detail } = reply as { detail?: { problem?: string; rule?: string; part?: string } };
  const why = rulebookText.problems[detail?.problem ?? ''];
  return why && rulebookText.problem([detail?.rule ?? '', detail?.part ?? ''], why);
}

/** What keeps a draft from being kept; empty when nothing does. */
export function missingOf({ name, rules, periodRules }: Rulebook): string {
  if (name.trim() === '') return rulebookText.nameMissing;
  const isNamed = [...rules, ...periodRules].every((rule) => rule.name.trim() !== '');
  return isNamed ? '' : rulebookText.ruleUnnamed;
}

/** A rulebook to be written from nothing, in place of the draft that there may be. */
export function blankFrom(reply: Awaited<ReturnType<typeof showRulebook>>) {
  const draftVersion = reply.ok ? reply.value.draftVersion : 0;
  if (!reply.ok && !('refusal' in reply && reply.refusal === 'not_found')) return undefined;
  // A later version begins after today, so tomorrow suits a first one as well.
  const effectiveFrom = dayOn(dayStart(cloudNow(), 1));
  const [printed, verified] = [{ dateCounted: 'printed' }, { dateCounted: 'verified' }] as const;
  const rulebook: Rulebook = {
    ...{ name: '', effectiveFrom, rules: [], periodRules: [] },
    books: { points: printed, yuan: verified, count: printed },
  };
  return { rulebook, draftVersion };
}

/** A new rule, plain enough to be a beginning; ids must never be the same. */
export function newRule(cause: Rule['cause'], id: string): Rule {
  const when = { from: null, to: null, conditions: [] };
  return {
    ...{ id, name: rulebookText.newRule[cause], cause, when, modifiers: [], category: null },
    lines: [
      {
        ...{ label: '', when },
        base: {
          ...{ kind: 'table', columns: [{ label: rulebookText.newLabel, conditions: [] }] },
          ...{ rows: [{ label: '', conditions: [] }], amounts: [[100]] },
        },
      },
    ],
    choice: { kind: cause === 'fact' ? 'sum' : 'highest' },
    shares: [
      {
        ...{ account: 'person', book: 'points', percent: 100 },
        split: { how: { kind: 'equal' }, holdPlaces: ['outsider'] },
      },
    ],
    caps: { each: null, work: null, person: null },
  };
}

export function newPeriodRule(id: string): PeriodRule {
  return {
    ...{ id, name: rulebookText.newPeriodRule, period: 'month', account: 'person' },
    ...{ unitClasses: [], book: 'points', effect: { kind: 'cap', categories: [], most: 10_000 } },
  };
}
