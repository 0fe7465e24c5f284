/** A card that could not be read offers to try again where that can help, as a whole page does. */
import type { ValueOf } from '../../../cloudfunctions/contract';
import type { Refusal } from '../../../cloudfunctions/contract/refusal';
import { refusalText } from '../../../miniprogram/text/refusal';
import { aStanding } from '../a-standing';
import { aBulletin } from '../a-bulletin';
import { renderPage, stubWx, until } from '../simulate';

type Input = Record<string, unknown>;
type Reply = { ok: true; value: object } | { ok: false; refusal: Refusal };

/** What the cloud answers by call; what has no answer finds no network. */
let answers: Record<string, (input: Input) => Reply | undefined> = {};
const nothing = () => undefined;
stubWx({
  ...{ setStorageSync: nothing, getStorageSync: () => '', removeStorageSync: nothing },
  ...{ getStorageInfoSync: () => ({ keys: [] }), getWindowInfo: () => ({ windowWidth: 390 }) },
  ...{ onNetworkStatusChange: nothing, offNetworkStatusChange: nothing },
  ...{ showTabBar: nothing, setTabBarBadge: nothing, removeTabBarBadge: nothing },
  ...{ setNavigationBarTitle: nothing },
  getNetworkType: () => Promise.resolve({ networkType: 'none' }),
  cloud: {
    callFunction: ({ data }: { data: { call: string; input: Input } }) => {
      const result = answers[data.call]?.(data.input);
      return result
        ? Promise.resolve({ result })
        : Promise.reject(new Error('cloud.callFunction:fail'));
    },
  },
});

// A script that ran for one page would not run again for the next, and define no component there.
beforeEach(() => jest.resetModules());

const value = (value: object) => (): Reply => ({ ok: true, value });

const person = { id: 'p1', name: '林示例', standing: 'staff', memberships: [], duties: [] };
const session = value({
  ...{ organ: { name: '示例县政协', kind: 'cppcc' }, person, uploadFolder: 'incoming/o' },
});
const channel: ValueOf<'channel.show'>['channel'] = {
  ...{ id: 'c1', version: 1, kind: 'manual', name: '示例渠道', endpoint: null, hasSecret: false },
  ...{ kinds: ['news'], columns: [], isInternal: false, ratePerMinute: 60, isPaused: false },
  ...{ mayChange: true, formerSecretUntil: null, answersUrl: null, waiting: 0, stuck: 0 },
  ...{ lastOkAt: null, lastErrorAt: null, lastError: null },
};

interface Case {
  page: string;
  query: Record<string, string>;
  /** All that it reads but the card's own. */
  whole: typeof answers;
  /** What the card reads. */
  call: string;
  part: (input: Input, reply: Reply | undefined) => Reply | undefined;
  /** What is tapped to see the card. */
  opens?: string;
}

const always: Case['part'] = (_input, reply) => reply;

const cards: Case[] = [
  {
    ...{ page: 'pages/standing/standing', query: {}, call: 'ranking.list', part: always },
    whole: { 'session.open': session, 'standing.show': value({ standing: aStanding }) },
  },
  {
    ...{ page: 'standing/detail/detail', query: {}, call: 'entry.list', part: always },
    whole: { 'standing.show': value({ standing: aStanding }) },
  },
  {
    ...{ page: 'standing/bulletin/bulletin', query: { period: '2026-10' }, whole: {} },
    ...{ call: 'bulletin.show', opens: '人员' },
    part: ({ part }, reply) => (part === 'people' ? reply : value(aBulletin)()),
  },
  {
    ...{ page: 'pages/code/code', query: { scene: `u${'0'.repeat(26)}` }, part: always },
    call: 'unit.board',
    whole: {
      'code.open': value({ shows: 'standing', kind: 'unit', unitId: 'u1' }),
      'standing.show': value({ standing: aStanding }),
    },
  },
  {
    ...{ page: 'admin/channel/channel', query: { id: 'c1' }, call: 'message.list', part: always },
    whole: { 'channel.show': value({ channel, kinds: [] }) },
  },
  {
    ...{ page: 'admin/outlet/outlet', query: {}, whole: {}, call: 'channel.list', part: always },
  },
  {
    ...{ page: 'pages/stories/stories', query: {}, call: 'story.list', part: always },
    whole: { 'session.open': session },
  },
];

test.each(cards)(
  'in $page a refusal that lasts is told without a button, a failing network with one',
  async ({ page, query, whole, call, part, opens }) => {
    const refused: Reply = { ok: false, refusal: 'not_allowed' };
    let asked = 0;
    let reply: Reply | undefined = refused;
    answers = {
      ...whole,
      [call]: (input) => {
        asked += 1;
        return part(input, reply);
      },
    };
    const words = refusalText.not_allowed;
    const rendered = renderPage(page, query);
    await see(rendered, opens, words);
    expect(rendered.text()).not.toContain('重试');
    rendered.detach();
    jest.resetModules();

    reply = undefined;
    const again = renderPage(page, query);
    await see(again, opens, '没有网络');
    const before = asked;
    await again.tap('重试');
    await until(() => asked > before);
    again.detach();
  },
);

async function see(page: ReturnType<typeof renderPage>, opens: string | undefined, words: string) {
  if (opens) {
    await until(() => page.text().includes(opens));
    await page.tap(opens);
  }
  await until(() => page.text().includes(words.replace(/\s/g, '')));
}
