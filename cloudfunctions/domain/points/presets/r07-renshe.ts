/** R7 某市人社系统: points with a monthly quota that counts double, void items and void months. */
import { each, factRule, fixed, heading, is, line, people, range, rule } from './parts';
import { periodRule, rulebook, sum, table, times, unit, where } from './parts';
import type { PeriodRule, Rule } from '../rulebook';
import { columnWords, commonWords, levelWords, presetWords } from './wording';

const words = presetWords.renshe;

const byLevel = table(
  [heading(columnWords.frontLead, is('position', 'front_lead')), heading('')],
  [
    { heading: heading(levelWords.national, is('level', 'national')), amounts: [40, 20] },
    { heading: heading(levelWords.provincial, is('level', 'provincial')), amounts: [10, 6] },
    { heading: heading(levelWords.city, is('level', 'city')), amounts: [8, 4] },
  ],
);

const deduction = (id: string, kind: string, [name, label, points]: [string, string, number]) =>
  factRule({
    id,
    name,
    when: where(is('factKind', kind)),
    lines: [line(label, fixed(points))],
    modifiers: [each(commonWords.times)],
    shares: [unit('points')],
  });

const rules: Rule[] = [
  rule({
    id: 'adoption',
    name: words.rule,
    // Registered by the fifth of the next month or not counted.
    when: where(range('daysPastMonth', null, 6)),
    choice: sum,
    shares: [people('points'), unit('points')],
    lines: [line('', byLevel)],
    modifiers: [times(commonWords.falseNews, 0, where(is('about', 'false_news')))],
  }),
  deduction('missed', 'missed_commission', [words.missed, words.missed, -5]),
  deduction('false', 'false_news', [words.falseNews, words.falseNews, -5]),
  deduction('negative', 'negative_news', [words.negative, words.negative, -10]),
];

const commended = (id: string, account: PeriodRule['account'], [name, to]: [string, number]) =>
  periodRule({
    id,
    name,
    period: 'year',
    account,
    book: 'count',
    effect: {
      kind: 'prize',
      among: 'accounts',
      by: { kind: 'amount', book: 'points', categories: [] },
      least: 100,
      places: [{ to, amount: 100 }],
    },
  });

export const renshe = rulebook({
  id: 'renshe',
  name: words.name,
  rules,
  periodRules: [
    periodRule({
      id: 'void_month',
      name: words.negativeMonth,
      effect: { kind: 'void', factKinds: ['negative_news'], categories: ['adoption'] },
    }),
    periodRule({
      id: 'quota',
      name: words.quota,
      effect: {
        kind: 'quota',
        of: { kind: 'amount', book: 'points', categories: ['adoption', 'period:void'] },
        // The source gives no quota; ten points a month stand for it.
        need: 1000,
        short: { amount: -200, limit: null },
        over: null,
        nameAfter: 3,
      },
    }),
    commended('best_units', 'unit', [words.bestUnits, 15]),
    commended('best_people', 'person', [words.bestPeople, 30]),
  ],
});
