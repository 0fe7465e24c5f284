import { presets } from '../../../cloudfunctions/domain/points/presets';
import {
  factRule,
  fixed,
  is,
  line,
  people,
  periodRule,
  range,
  rule,
  unit,
  where,
} from '../../../cloudfunctions/domain/points/presets/parts';
import type { PeriodRule } from '../../../cloudfunctions/domain/points/rulebook';
import { periodSentence } from '../../../miniprogram/admin/rulebook-plain/periods';
import { plainRule } from '../../../miniprogram/admin/rulebook-plain/rules';
import { viewOf } from '../../../miniprogram/admin/rulebook-plain/view';

const versionsOf = (days: string[]) =>
  days.map((effectiveFrom, at) => ({ version: days.length - at, name: '办法', effectiveFrom }));

test.each(Object.entries(presets))('%s is said without a code or a blank', (_key, preset) => {
  const { name, effectiveFrom, books, rules, periodRules } = preset;
  const view = viewOf({
    versions: versionsOf([effectiveFrom]),
    shown: { version: 1, rulebook: { name, effectiveFrom, books, rules, periodRules } },
  });
  const { sections = [], periods = [] } = view ?? {};
  expect(sections.flatMap((section) => section.rules)).toHaveLength(rules.length);
  expect(periods).toHaveLength(periodRules.length);
  const said = JSON.stringify([
    sections.map((section) => section.rules.map(({ parts, said: more }) => [parts, more])),
    periods.map((period) => period.said),
  ]);
  expect(said).not.toMatch(/undefined|null|NaN|[a-z]_|adoption|fact:|period:|：[，。）]|（）/);
});

test('a printing’s rule says what it brings, what changes it, which counts and who gets it', () => {
  const [points] = presets.county.rules;
  if (!points) throw new Error('the county has rules');
  const said = plainRule(points);
  // Five media, one table.
  expect(said.parts).toHaveLength(1);
  expect(said).toMatchObject({
    unit: '单位：分',
    parts: [
      {
        title: '报刊、电视、广播、新媒体、网站',
        columns: ['头版头条', '头版', '重要位置', '其他'],
      },
    ],
    said: [
      { label: '加减', said: '综合采用，减半' },
      { label: '', said: '约稿，按 120% 计' },
      { label: '', said: '逾期登记，刊发后满 31 天才登记的，减半' },
      { label: '', said: '被登记失实稿件的，不计' },
      { label: '一稿多登', said: '同一篇被几处采用，只计最高的一处' },
      { label: '记给', said: '个人积分（几人合写的平均分，外单位作者也占一份）、单位积分' },
    ],
  });
  expect(said.parts[0]?.rows[0]).toEqual({ label: '国家级', cells: ['120', '100', '80', '60'] });
});

test('a fact’s rule says what it costs each time, in its own unit, and to whom', () => {
  const late = presets.county.rules.find(({ id }) => id === 'late_return');
  if (!late) throw new Error('the county has a rule for what comes late');
  expect(plainRule(late)).toMatchObject({
    parts: [{ title: '', sentence: '每次扣 1 分' }],
    said: [{ label: '记给', said: '个人积分、单位积分' }],
  });
  const yuan = factRule({
    ...{ id: 'honour', name: '表彰', when: where(is('factKind', 'honour'), range('quantity', 3)) },
    ...{ lines: [line('', fixed(50))], modifiers: [], shares: [people('yuan')] },
  });
  expect(plainRule(yuan)).toMatchObject({
    parts: [{ sentence: '50 元' }],
    said: [
      { label: '适用', said: '数量满 3 件' },
      { label: '记给', said: '个人稿酬' },
    ],
  });
});

test('what goes by amount says from where on, how much more, and up to what', () => {
  const paid = rule({
    ...{ id: 'paid', name: '稿酬', shares: [people('yuan'), { ...unit('yuan'), percent: 50 }] },
    lines: [
      line('', {
        ...{ kind: 'per', of: 'words', start: 30_000, included: 1000, each: 1000 },
        ...{ amount: 10_000, rounding: 'up', least: null, most: 100_000 },
      }),
      line('另计', { kind: 'steps', of: 'reads', steps: [{ from: 1000, amount: 2500 }] }),
    ],
    caps: { each: null, work: 120_000, person: null },
  });
  expect(plainRule(paid)).toMatchObject({
    parts: [
      {
        sentence:
          '字数 1000 字以内计 300 元，以后每 1000 字加 100 元，不足的也算一份，最多 1000 元',
      },
      { title: '另计', sums: [{ label: '阅读量满 1000 次', said: '25 元' }] },
    ],
  });
  expect(plainRule(paid).said).toContainEqual({ label: '封顶', said: '每篇合计最多 1200 元' });
  expect(plainRule(paid).said.at(-2)?.said).toMatch(/、单位稿酬（50%）$/);
});

const rate = { amount: -200, limit: 400 };
test.each<[PeriodRule['effect'], string]>([
  [
    {
      ...{ kind: 'quota', of: { kind: 'filings', kinds: [] }, need: 200, nameAfter: 3 },
      ...{ short: rate, over: { amount: 100, limit: null } },
    },
    '每个人报送稿件应满 2 篇，每差 1 篇扣 2 分，最多 4 分，每超 1 篇加 1 分；连续 3 个月没完成的在通报里点名。',
  ],
  [{ kind: 'start', amount: 1000 }, '每个人先有基础分 10 分。'],
  [
    { kind: 'earn', of: { kind: 'filings', kinds: ['news'] }, rate: { amount: 100, limit: 1000 } },
    '每个人报送消息，每 1 篇计 1 分，最多 10 分。',
  ],
  [{ kind: 'cap', categories: ['adoption:own'], most: 2000 }, '每个人本级采用合计最多 20 分。'],
  [
    { kind: 'void', factKinds: ['negative_news'], categories: ['adoption'] },
    '每个人有负面新闻的，当月全部采用得的积分作废。',
  ],
  [
    { kind: 'keep', of: 'matter', categories: [], highest: 1 },
    '每个人同一件事的各项，只计最高的 1 项。',
  ],
  [
    {
      ...{ kind: 'prize', among: 'accounts', least: 1, places: [{ to: 5, amount: 5000 }] },
      by: { kind: 'amount', book: 'points', categories: ['adoption', 'period:void'] },
    },
    '个人按全部采用得的积分（连同作废的增减）排名次：第 1—5 名各 50 分。',
  ],
  [{ kind: 'jury', percent: 30, most: 2500 }, '每个人评委分按 30% 计入，最多 25 分。'],
  [{ kind: 'payout', least: 5000, months: 3 }, '每个人满 50 分才发，3 个月内没满的失效。'],
])('a period’s rule %j is one sentence', (effect, words) => {
  const one = periodRule({ id: 'one', name: '一条', account: 'person', effect });
  expect(periodSentence(one, [])).toBe(`每月，${words}`);
});

test('a version says what came after it, and offers the others', () => {
  const { name, books, rules, periodRules } = presets.county;
  const versions = versionsOf(['2026-12-01', '2026-06-01', '2026-01-01']);
  const at = (version: number) => {
    const rulebook = { name, effectiveFrom: '2026-06-01', books, rules, periodRules };
    return viewOf({ versions, shown: { version, rulebook } });
  };
  expect(at(2)).toMatchObject({
    ...{ since: '第 2 版，2026年6月1日起施行', state: '2026年12月1日起改用第 3 版' },
    others: [{ version: 3 }, { version: 1, words: '第 1 版，2026年1月1日起' }],
    dated: ['积分、篇数按刊发日归月、季、年', '稿酬按核定日归月、季、年'],
  });
  expect(at(3)).toMatchObject({ state: '施行中', isInForce: true });
  expect(viewOf({ versions: [], shown: null })).toBeNull();
});
