import fc from 'fast-check';
import { evaluateFamily } from '../../../cloudfunctions/domain/points/evaluate-family';
import {
  equally,
  heading,
  is,
  line,
  people,
  rule,
  rulebook,
  sum,
  table,
  times,
  unit,
  where,
} from '../../../cloudfunctions/domain/points/presets/parts';
import type { Rule, Rulebook } from '../../../cloudfunctions/domain/points/rulebook';
import { aCredit, aPrinting, aWork, saidOf } from '../../support/domain/points';

const grid = table(
  [heading('头版', is('position', 'front', 'front_lead')), heading('')],
  [
    { heading: heading('国家级报纸', is('level', 'national')), amounts: [100, 60] },
    { heading: heading('省级报纸', is('level', 'provincial')), amounts: [40, 20] },
    { heading: heading('市级报纸', is('level', 'city')), amounts: [10, 5] },
  ],
);

function aRulebook(changed: Partial<Rule> = {}, version: Partial<Rulebook> = {}): Rulebook {
  const shares = [people('points'), unit('points')];
  const plain = { id: 'paper', name: '报刊', lines: [line('', grid)], shares };
  return rulebook({
    id: 'office',
    name: '积分办法',
    rules: [rule({ ...plain, ...changed })],
    ...version,
  });
}

const amounts = (targets: { amount: number }[]) => targets.map(({ amount }) => amount);

test('a joint piece on a provincial front page says what each author has and why', () => {
  const work = aWork([aPrinting('provincial', { position: 'front' })], {
    credits: [aCredit('lin'), aCredit('zhao'), aCredit(null, { isJournalist: true })],
  });
  expect(saidOf(evaluateFamily([aRulebook()], work))).toEqual([
    'lin points 20: 省级报纸头版 40 × 联合署名 ½ = 20',
    'zhao points 20: 省级报纸头版 40 × 联合署名 ½ = 20',
    'chengguan points 40: 省级报纸头版 40',
  ]);
});

test('each printing is shared by the byline that it was printed with', () => {
  const credits = [aCredit('lin'), aCredit(null, { isJournalist: true })];
  const shared = { credits: [aCredit('lin'), aCredit('zhao')] };
  const printed = [aPrinting('provincial', shared), aPrinting('city')];
  const targets = evaluateFamily([aRulebook({ choice: sum, shares: [people('points')] })], {
    ...aWork(printed, { credits }),
  });
  expect(targets.map(({ account, amount }) => [account.id, amount])).toEqual([
    ...[
      ['lin', 1000],
      ['zhao', 1000],
    ],
    ['lin', 500],
  ]);
  const withPress = aRulebook({ when: where(is('byline', 'journalist')) });
  const own = aWork([aPrinting('provincial', shared)], { credits });
  expect(evaluateFamily([withPress], own)).toEqual([]);
});

test('of several printings the highest counts, and says so', () => {
  const work = aWork([aPrinting('city'), aPrinting('national'), aPrinting('provincial')]);
  expect(saidOf(evaluateFamily([aRulebook()], work))[0]).toBe(
    'lin points 60: 国家级报纸 60（同稿 3 次采用取最高）',
  );
});

test('what counts apart has a name of its own under its rule', () => {
  const printed = [aPrinting('city'), aPrinting('provincial')];
  const targets = evaluateFamily(
    [aRulebook({ choice: sum, shares: [unit('points')] })],
    aWork(printed),
  );
  expect(targets.map(({ ruleId, amount }) => [ruleId, amount])).toEqual(
    printed.map(({ adoptionId }, place) => [`paper@${adoptionId}`, [500, 2000][place]]),
  );
});

test('as long as the author has chosen none that counts, the words say that it is open', () => {
  const printed = [aPrinting('city'), aPrinting('provincial')];
  const office = [aRulebook({ choice: { kind: 'author' }, shares: [unit('points')] })];
  const saidBy = (chosenAdoptionId: string | null) =>
    evaluateFamily(office, aWork(printed, { chosenAdoptionId }))[0]?.derivation;
  expect(saidBy(printed[0]?.adoptionId ?? null)).toContain('由作者选定');
  for (const chosen of [null, 'gone']) expect(saidBy(chosen)).toContain('待作者选定，暂取最高');
});

test('the first, the chosen, and the highest of each class', () => {
  const city = aPrinting('city', { printedOn: '2026-11-01' });
  const web = aPrinting('national', { printedOn: '2026-11-02', outletClass: 'web' });
  const province = aPrinting('provincial', { printedOn: '2026-11-03' });
  const work = aWork([province, web, city], { chosenAdoptionId: province.adoptionId });
  const by = (choice: Rule['choice']) =>
    amounts(evaluateFamily([aRulebook({ choice, shares: [unit('points')] })], work));
  expect(by({ kind: 'first' })).toEqual([500]);
  expect(by({ kind: 'author' })).toEqual([2000]);
  expect(by({ kind: 'highest_per', dimension: 'outletClass' })).toEqual([2000, 6000]);
});

test('each printing is valued by the version in force on its day', () => {
  const doubled = {
    label: '重点年',
    when: where(),
    change: { kind: 'times' as const, percent: 200 },
  };
  const books = [
    aRulebook(),
    aRulebook({ modifiers: [doubled] }, { version: 2, effectiveFrom: '2026-12-01' }),
  ];
  const before = aPrinting('provincial', { printedOn: '2026-11-30' });
  const after = aPrinting('provincial', { printedOn: '2026-12-01' });
  const [old] = evaluateFamily(books, aWork([before]));
  const [fresh] = evaluateFamily(books, aWork([before, after]));
  expect([old?.ruleVersion, old?.amount]).toEqual([1, 2000]);
  expect([fresh?.ruleVersion, fresh?.amount, fresh?.ruleId]).toEqual([2, 4000, 'paper']);
  expect(evaluateFamily(books, aWork([aPrinting('city', { printedOn: '2025-12-31' })]))).toEqual(
    [],
  );
});

test('a work with a false item is void', () => {
  const isVoid = times('虚假稿件', 0, where(is('about', 'false_news')));
  const work = aWork([aPrinting('provincial')], { about: ['false_news'] });
  expect(saidOf(evaluateFamily([aRulebook({ modifiers: [isVoid] })], work))[0]).toBe(
    'lin points 0: 省级报纸 20 × 虚假稿件 0 = 0',
  );
});

test('caps cut a work and a person, and name what they cut', () => {
  const printed = [aPrinting('city'), aPrinting('provincial'), aPrinting('national')];
  const caps = { each: 5000, work: 6000, person: 5500 };
  expect(saidOf(evaluateFamily([aRulebook({ choice: sum, caps })], aWork(printed)))).toEqual([
    'lin points 5: 市级报纸 5',
    'chengguan points 5: 市级报纸 5',
    'lin points 20: 省级报纸 20',
    'chengguan points 20: 省级报纸 20',
    'lin points 30: 国家级报纸 60（封顶 50）（同稿合计封顶 60） = 35（每人每稿封顶 55） → 30',
    'chengguan points 35: 国家级报纸 60（封顶 50）（同稿合计封顶 60） = 35',
  ]);
});

test('a book counts the day of printing or of verification, as it says', () => {
  const printing = aPrinting('city', { printedOn: '2026-11-30', verifiedOn: '2026-12-02' });
  const both = aRulebook({ shares: [unit('points'), unit('yuan')] });
  expect(
    evaluateFamily([both], aWork([printing])).map(({ occurredOn, derivation }) => [
      occurredOn,
      derivation,
    ]),
  ).toEqual([
    ['2026-11-30', '市级报纸 5'],
    ['2026-12-02', '市级报纸 5 元'],
  ]);
});

const anyPrintings = fc.array(
  fc.record({
    level: fc.constantFrom('national' as const, 'provincial' as const, 'city' as const),
    position: fc.constantFrom('front' as const, 'other' as const),
    day: fc.integer({ min: 10, max: 28 }),
  }),
  { minLength: 1, maxLength: 8 },
);

const anyChoice = fc.constantFrom<Rule['choice']>(
  ...(['highest', 'sum', 'first', 'author'] as const).map((kind) => ({ kind })),
  { kind: 'highest_per', dimension: 'level' },
);

test('the order in which printings arrive changes nothing', () => {
  fc.assert(
    fc.property(anyPrintings, anyChoice, fc.integer(), (printings, choice, turn) => {
      const printed = printings.map(({ level, position, day }) =>
        aPrinting(level, { position, printedOn: `2026-11-${day}` }),
      );
      const at = Math.abs(turn) % printed.length;
      const turned = [...printed.slice(at), ...printed.slice(0, at)].reverse();
      const books = [aRulebook({ choice, caps: { each: null, work: 9000, person: null } })];
      expect(evaluateFamily(books, aWork(turned))).toEqual(evaluateFamily(books, aWork(printed)));
    }),
  );
});

test('the highest is the greatest of what each would bring alone', () => {
  fc.assert(
    fc.property(anyPrintings, (printings) => {
      const printed = printings.map(({ level, position }) => aPrinting(level, { position }));
      const books = [aRulebook({ shares: [unit('points')] })];
      const alone = printed.flatMap((one) => amounts(evaluateFamily(books, aWork([one]))));
      expect(amounts(evaluateFamily(books, aWork(printed)))).toEqual([Math.max(...alone)]);
    }),
  );
});

test('amounts are integers and the people together have what the unit has', () => {
  fc.assert(
    fc.property(
      anyPrintings,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 399 }),
      (printings, count, percent) => {
        const printed = printings.map(({ level, position }) => aPrinting(level, { position }));
        const credits = Array.from({ length: count }, (_, place) => aCredit(`person${place}`));
        const changed = times('', percent, where());
        const shares = [people('points', equally), unit('points')];
        const books = [aRulebook({ modifiers: [changed], shares })];
        const targets = evaluateFamily(books, aWork(printed, { credits }));
        expect(amounts(targets).every(Number.isInteger)).toBe(true);
        const ofKind = (kind: string) =>
          amounts(targets.filter(({ account }) => account.kind === kind)).reduce(
            (a, b) => a + b,
            0,
          );
        expect(ofKind('person')).toBe(ofKind('unit'));
      },
    ),
  );
});
