/** What a page lacks for want of a network it reads by itself once the line is back; what is kept it shows till then. */
import { presets } from '../../../cloudfunctions/domain/points/presets';
import { aBulletin } from '../a-bulletin';
import { aPeriod, aStanding } from '../a-standing';
import { renderPage, stubWx, until } from '../simulate';

type Hear = (line: { isConnected: boolean }) => void;
let tellLine: Hear | undefined;

/** What the cloud answers by call; what has no answer finds no network. */
let answers: Record<string, object> = {};
/** The phone's storage. */
const kept = new Map<string, unknown>();
stubWx({
  setStorageSync: (key: string, value: unknown) => kept.set(key, value),
  getStorageSync: (key: string) => kept.get(key) ?? '',
  onNetworkStatusChange: (hear: Hear) => void (tellLine = hear),
  offNetworkStatusChange: () => (tellLine = undefined),
  getNetworkType: () => Promise.resolve({ networkType: 'none' }),
  cloud: {
    callFunction: ({ data }: { data: { call: string } }) => {
      const value = answers[data.call];
      return value
        ? Promise.resolve({ result: { ok: true, value } })
        : Promise.reject(new Error('cloud.callFunction:fail'));
    },
  },
});

const aBoard = {
  standing: aStanding,
  members: [{ ...aPeriod(), id: 'zhang', name: '张示例', isMine: false }],
};

// A script that ran for one page would not run again for the next, and define no component there.
beforeEach(() => {
  jest.resetModules();
  kept.clear();
});

interface Case {
  page: string;
  query: Record<string, string>;
  before: Record<string, object>;
  missing: Record<string, object>;
  shown: string;
}

test.each<Case>([
  {
    page: 'pages/code/code',
    query: { scene: `u${'0'.repeat(26)}` },
    before: {
      'code.open': { shows: 'standing', kind: 'unit', unitId: 'u1' },
      'standing.show': { standing: aStanding },
    },
    missing: { 'unit.board': aBoard },
    shown: '张示例',
  },
  {
    page: 'standing/detail/detail',
    query: {},
    before: { 'standing.show': { standing: aStanding } },
    missing: { 'entry.list': { entries: [], after: null } },
    shown: '这一期还没有积分',
  },
])('$page reads the part it lacks', async ({ page, query, before, missing, shown }) => {
  answers = before;
  const rendered = renderPage(page, query);
  await until(() => rendered.text().includes('没有网络'));
  answers = { ...before, ...missing };
  tellLine?.({ isConnected: true });
  await until(() => rendered.text().includes(shown));
  expect(rendered.text()).not.toContain('没有网络');
  rendered.detach();
});

test('a bulletin reads the part it lacks', async () => {
  answers = { 'bulletin.show': aBulletin };
  const page = renderPage('standing/bulletin/bulletin', { period: '2026-10' });
  await until(() => page.text().includes('还没有单位'));
  answers = {};
  await page.tap('人员');
  await until(() => page.text().includes('没有网络'));
  answers = { 'bulletin.show': aBulletin };
  tellLine?.({ isConnected: true });
  await until(() => page.text().includes('还没有人'));
  expect(page.text()).not.toContain('没有网络');
  page.detach();
});

const { name, effectiveFrom, books, rules, periodRules } = presets.county;
const aRulebook = {
  versions: [{ version: 1, name, effectiveFrom }],
  shown: { version: 1, rulebook: { name, effectiveFrom, books, rules, periodRules } },
};

const { period } = aBulletin;

interface Kept {
  page: string;
  query: Record<string, string>;
  read: Record<string, object>;
  shown: string;
  /** Another way to the same, where there is one. */
  again?: Record<string, string>;
  /** What was not read before. */
  other?: Record<string, string>;
}

test.each<Kept>([
  {
    page: 'admin/rulebook-plain/rulebook-plain',
    query: {},
    read: { 'rulebook.read': aRulebook },
    ...{ shown: name, again: { version: '1' }, other: { version: '2' } },
  },
  {
    page: 'standing/bulletins/bulletins',
    query: {},
    read: { 'period.list': { periods: [period], arrangement: null } },
    shown: '2026年10月',
  },
  {
    page: 'standing/bulletin/bulletin',
    query: { period: period.period },
    read: { 'bulletin.show': aBulletin },
    ...{ shown: '还没有单位', other: { period: '2026-09' } },
  },
])(
  '$page is kept and says how old it is until the line is back',
  async ({ page, query, read, shown, again = query, other }) => {
    answers = read;
    expect(await sees(page, query, shown)).not.toContain('没有读到最新内容');
    answers = {};
    if (other) expect(await sees(page, other, '没有网络')).not.toContain(shown);
    const rendered = renderPage(page, again);
    await until(() => rendered.text().includes('没有读到最新内容'));
    expect(rendered.text()).toContain(shown);
    answers = read;
    tellLine?.({ isConnected: true });
    await until(() => !rendered.text().includes('没有读到最新内容'));
    expect(rendered.text()).toContain(shown);
    rendered.detach();
  },
);

/** Shows a page until it says something, and leaves it. */
async function sees(page: string, query: Record<string, string>, words: string): Promise<string> {
  const rendered = renderPage(page, query);
  await until(() => rendered.text().includes(words));
  const text = rendered.text();
  rendered.detach();
  return text;
}
