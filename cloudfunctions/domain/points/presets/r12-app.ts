/** R12 某县区 APP 2018: steps by reads of one piece, monthly top fives, ten works of the year. */
import { is, isNot, line, people, periodRule, rule, rulebook, sum, where } from './parts';
import type { Base, When } from '../rulebook';
import { presetWords } from './wording';

const words = presetWords.app;
const [first, second] = words.columns;

/** The source gives the amounts' ends, 25 and 1000; the numbers of reads stand for its own. */
const byReads: Base = {
  kind: 'steps',
  of: 'reads',
  steps: [
    { from: 1_000, amount: 2_500 },
    { from: 5_000, amount: 5_000 },
    { from: 10_000, amount: 10_000 },
    { from: 50_000, amount: 30_000 },
    { from: 100_000, amount: 50_000 },
    { from: 500_000, amount: 100_000 },
  ],
};

const byColumn = (id: string, when: When, category: string) =>
  rule({
    ...{ id, name: words.rule, when, category },
    choice: sum,
    shares: [people('yuan')],
    lines: [line(words.reads, byReads)],
  });

const topFive = (id: string, column: string, category: string) =>
  periodRule({
    id,
    name: words.top(column),
    account: 'person',
    book: 'yuan',
    effect: {
      kind: 'prize',
      among: 'works',
      by: { kind: 'amount', book: 'yuan', categories: [category] },
      least: 1,
      places: [{ to: 5, amount: 5_000 }],
    },
  });

export const app = rulebook({
  id: 'app',
  name: words.name,
  rules: [
    byColumn('first', where(is('column', first)), 'adoption:first_column'),
    byColumn('second', where(is('column', second)), 'adoption:second_column'),
    byColumn('others', where(isNot('column', first, second)), 'adoption:others'),
  ],
  periodRules: [
    topFive('top_first', first, 'adoption:first_column'),
    topFive('top_second', second, 'adoption:second_column'),
    periodRule({
      id: 'yearly',
      name: words.yearly,
      period: 'year',
      account: 'person',
      book: 'yuan',
      // The fifty on the short list are those that the jury gave points.
      effect: {
        kind: 'prize',
        among: 'works',
        by: { kind: 'jury' },
        least: 1,
        places: [{ to: 10, amount: 100_000 }],
      },
    }),
  ],
});
