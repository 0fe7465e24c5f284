/** docs/rulebook.md says what rules bring; each of its sums is worked out here and must stand there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { evaluateFamily } from '../../../cloudfunctions/domain/points/evaluate-family';
import { evaluateFact } from '../../../cloudfunctions/domain/points/evaluate-fact';
import { evaluatePeriod } from '../../../cloudfunctions/domain/points/evaluate-period';
import {
  each,
  equally,
  factRule,
  fixed,
  heading,
  is,
  line,
  list,
  people,
  periodRule,
  range,
  rule,
  rulebook,
  sum,
  table,
  times,
  unit,
  where,
} from '../../../cloudfunctions/domain/points/presets/parts';
import type { Base, Rule } from '../../../cloudfunctions/domain/points/rulebook';
import type { PrintingFacts } from '../../../cloudfunctions/domain/points/facts';
import { aCredit, aFact, aPrinting, aWork, saidOf, seenIn } from '../../support/domain/points';

const page = readFileSync(path.resolve(__dirname, '../../../docs/rulebook.md'), 'utf8');

const paper = table(
  [heading('头版', is('position', 'front', 'front_lead')), heading('')],
  [
    { heading: heading('国家级报纸', is('level', 'national')), amounts: [100, 60] },
    { heading: heading('省级报纸', is('level', 'provincial')), amounts: [40, 20] },
    { heading: heading('市级报纸', is('level', 'city')), amounts: [10, 5] },
  ],
);

const ruleOf = (base: Base, changed: Partial<Rule> = {}, label = '') =>
  rule({
    id: 'r',
    name: '报刊',
    lines: [line(label, base)],
    shares: [people('points')],
    ...changed,
  });

const twoAuthors = { credits: [aCredit('lin'), aCredit('zhao')] };

interface Example {
  rule: Rule;
  printed: PrintingFacts[];
  work?: Parameters<typeof aWork>[1];
}

const examples: Record<string, Example> = {
  'a table of level and place': {
    rule: ruleOf(paper),
    printed: [aPrinting('provincial', { position: 'front' })],
  },
  'the highest of several': {
    rule: ruleOf(paper),
    printed: [aPrinting('city'), aPrinting('national'), aPrinting('provincial')],
  },
  'each of several': {
    rule: ruleOf(paper, { choice: sum }),
    printed: [aPrinting('city'), aPrinting('provincial')],
  },
  'two authors, equally': {
    rule: ruleOf(paper),
    printed: [aPrinting('provincial', { position: 'front' })],
    work: twoAuthors,
  },
  'two authors, the first with more': {
    rule: ruleOf(paper, {
      shares: [people('points', { ...equally, how: { kind: 'first', percent: 60 } })],
    }),
    printed: [aPrinting('provincial', { position: 'front' })],
    work: twoAuthors,
  },
  'a composite counts half': {
    rule: ruleOf(paper, { modifiers: [times('综合稿', 50, where(is('mode', 'composite')))] }),
    printed: [aPrinting('provincial', { mode: 'composite' })],
  },
  'late reports count half': {
    rule: ruleOf(paper, { modifiers: [times('迟报', 50, where(range('daysToReport', 31)))] }),
    printed: [aPrinting('provincial', { printedOn: '2026-09-01', reportedOn: '2026-10-20' })],
  },
  'by length': {
    rule: ruleOf(
      {
        ...{ kind: 'per', of: 'words', start: 300_00, included: 1000, each: 1000 },
        ...{ amount: 100_00, rounding: 'up', least: null, most: null },
      },
      { shares: [people('yuan')] },
      '省级报纸',
    ),
    printed: [aPrinting('provincial', { words: 2600 })],
  },
  'by reads': {
    rule: ruleOf(
      {
        kind: 'steps',
        of: 'reads',
        steps: [
          { from: 1000, amount: 25_00 },
          { from: 10_000, amount: 100_00 },
        ],
      },
      {},
      '阅读量过万',
    ),
    printed: [aPrinting('county', { outletClass: 'app', reads: 12_000 })],
  },
  'twice the fee': {
    rule: ruleOf({ kind: 'fee', percent: 200 }, { shares: [people('yuan')] }),
    printed: [aPrinting('city', { feeFen: 80_00 })],
  },
  'a campaign': {
    rule: ruleOf(
      fixed(50),
      { when: { from: '2026-07-01', to: '2026-08-31', conditions: [] }, shares: [unit('points')] },
      '荷花节专题',
    ),
    printed: [aPrinting('city', { printedOn: '2026-07-15' })],
  },
  'a cap for one work': {
    rule: ruleOf(paper, { choice: sum, caps: { each: null, work: 70_00, person: null } }),
    printed: [aPrinting('national'), aPrinting('provincial')],
  },
};

const said = Object.entries(examples).flatMap(([name, { rule: one, printed, work }]) =>
  saidOf(
    evaluateFamily([rulebook({ id: 'office', name: '办法', rules: [one] })], aWork(printed, work)),
  )
    .map((text) => text.slice(text.indexOf(': ') + 2))
    .map((text): [string, string] => [name, text]),
);

test.each(said)('%s: the page says «%s»', (_, text) => {
  expect(page).toContain(text);
});

test('facts earn and cost as the page says', () => {
  const facts = factRule({
    id: 'facts',
    name: '登记事项',
    lines: [
      line(
        '',
        list([
          { heading: heading('县级领导批示', is('factKind', 'instruction')), amount: 10 },
          { heading: heading('失实稿件', is('factKind', 'false_news')), amount: -5 },
        ]),
      ),
    ],
    modifiers: [each('件')],
    shares: [people('points')],
  });
  const books = [rulebook({ id: 'office', name: '办法', rules: [facts] })];
  const words = [aFact('instruction', { quantity: 2 }), aFact('false_news')].flatMap((fact) =>
    saidOf(evaluateFact(books, fact, { unitClass: null })).map((text) =>
      text.slice(text.indexOf(': ') + 2),
    ),
  );
  for (const text of words) expect(page).toContain(text);
  expect(words).toHaveLength(2);
});

test('a jury and a minimum payout bring and cost as the page says', () => {
  const rules = [
    periodRule({
      ...{ id: 'jury', name: '评委分', account: 'person' },
      effect: { kind: 'jury', percent: 30, most: 2500 },
    }),
    periodRule({
      ...{ id: 'payout', name: '起付线', account: 'person', book: 'yuan' },
      effect: { kind: 'payout', least: 5000, months: 3 },
    }),
  ];
  const lin = {
    ...{ account: { kind: 'person' as const, id: 'lin' }, unitClass: null, filed: {}, facts: [] },
    ...{ entries: [], shortBefore: {}, unpaid: [{ amount: 2000, earnedOn: '2026-07-31' }] },
  };
  const facts = { period: '2026-10', accounts: [lin], jury: [{ subjectId: 'lin', amount: 9000 }] };
  const book = rulebook({ id: 'office', name: '办法', rules: [], periodRules: rules });
  const words = saidOf(evaluatePeriod(book, seenIn(book, facts))).map((text) =>
    text.slice(text.indexOf(': ') + 2),
  );
  expect(words).toHaveLength(2);
  for (const text of words) expect(page).toContain(text);
});
