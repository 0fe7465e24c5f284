/** A sensible county's table to start from: points by level and place, the highest counts; yuan. */
import { each, factRule, fixed, heading, highest, is, line, list, people } from './parts';
import { periodRule, range, rule, rulebook, sum, table, times, unit, where } from './parts';
import type { Rule } from '../rulebook';
import { columnWords, commonWords, levelWords, presetWords } from './wording';

const words = presetWords.county;

const levels = {
  national: heading(levelWords.national, is('level', 'national')),
  provincial: heading(levelWords.provincial, is('level', 'provincial')),
  city: heading(levelWords.city, is('level', 'city')),
  county: heading(levelWords.county, is('level', 'county')),
  own: heading(levelWords.own, is('level', 'own')),
};

const byPlace = table(
  [
    heading(columnWords.frontLead, is('position', 'front_lead')),
    heading(columnWords.front, is('position', 'front')),
    heading(columnWords.important, is('position', 'page_lead', 'important')),
    heading(''),
  ],
  [
    { heading: levels.national, amounts: [120, 100, 80, 60] },
    { heading: levels.provincial, amounts: [60, 40, 30, 20] },
    { heading: levels.city, amounts: [20, 15, 12, 10] },
    { heading: levels.county, amounts: [8, 6, 5, 4] },
    { heading: levels.own, amounts: [3, 3, 3, 2] },
  ],
);

const media = commonWords.media;
const byMedium = [
  line(media.paper, byPlace, where(is('outletClass', 'paper'))),
  line(media.tv, byPlace, where(is('outletClass', 'tv'))),
  line(media.radio, byPlace, where(is('outletClass', 'radio'))),
  line(media.account, byPlace, where(is('outletClass', 'account', 'app'))),
  line(media.web, byPlace),
];

const isFalse = times(commonWords.falseNews, 0, where(is('about', 'false_news')));

const adoption: Rule[] = [
  rule({
    id: 'points',
    name: words.points,
    choice: highest,
    lines: byMedium,
    modifiers: [
      times(words.composite, 50, where(is('mode', 'composite'))),
      times(words.commissioned, 120, where(is('mode', 'commissioned'))),
      times(words.late, 50, where(range('daysToReport', 31))),
      isFalse,
    ],
    shares: [people('points'), unit('points')],
  }),
  rule({
    id: 'yuan',
    name: words.yuan,
    choice: highest,
    lines: [
      line(
        '',
        list([
          { heading: levels.national, amount: 500 },
          { heading: levels.provincial, amount: 200 },
          { heading: levels.city, amount: 100 },
          { heading: levels.county, amount: 20 },
        ]),
      ),
    ],
    modifiers: [
      times(columnWords.frontLead, 200, where(is('position', 'front_lead'))),
      times(words.composite, 50, where(is('mode', 'composite'))),
      isFalse,
    ],
    shares: [people('yuan', { how: { kind: 'equal' }, holdPlaces: [] })],
  }),
  rule({
    id: 'count',
    name: words.count,
    choice: sum,
    lines: [line(words.count, fixed(1))],
    modifiers: [isFalse],
    shares: [people('count'), unit('count')],
  }),
];

const factPoints = (id: string, kind: string, [name, points]: [string, number]) =>
  factRule({
    id,
    name,
    when: where(is('factKind', kind)),
    lines: [line(name, fixed(points))],
    modifiers: [each(commonWords.times)],
    shares: [people('points'), unit('points')],
  });

export const county = rulebook({
  id: 'county',
  name: words.name,
  rules: [
    ...adoption,
    factRule({
      id: 'instruction',
      name: words.instruction,
      when: where(is('factKind', 'instruction')),
      lines: [
        line(
          words.instruction,
          list([
            { heading: levels.national, amount: 100 },
            { heading: levels.provincial, amount: 50 },
            { heading: levels.city, amount: 20 },
            { heading: levels.county, amount: 10 },
          ]),
        ),
      ],
      shares: [people('points'), unit('points')],
    }),
    factPoints('meeting', 'meeting', [words.meeting, 2]),
    factPoints('training', 'training', [words.training, 2]),
    factPoints('late_return', 'late_return', [words.lateReturn, -1]),
    factPoints('missed_return', 'missed_return', [words.missedReturn, -2]),
    factPoints('missed_commission', 'missed_commission', [words.missed, -5]),
    factPoints('false_news', 'false_news', [words.falseNews, -5]),
    factPoints('negative_news', 'negative_news', [words.negativeFact, -10]),
  ],
  periodRules: [
    periodRule({
      id: 'own_cap',
      name: words.ownCap,
      account: 'person',
      effect: { kind: 'cap', categories: ['adoption:own'], most: 2000 },
    }),
    periodRule({
      id: 'void_month',
      name: words.negative,
      effect: { kind: 'void', factKinds: ['negative_news'], categories: ['adoption'] },
    }),
    periodRule({
      id: 'quota',
      name: words.quota,
      effect: {
        kind: 'quota',
        of: { kind: 'filings', kinds: [] },
        need: 200,
        short: { amount: -200, limit: 400 },
        over: null,
        nameAfter: 1,
      },
    }),
  ],
});
