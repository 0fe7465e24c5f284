/** How each page is reached on the sample county: by whom, and with what in its address. */
import type { Page } from 'playwright-core';
import { dayOf } from '../../../cloudfunctions/kernel/days';
import { personas } from '../../../local/seed/people';
import type { RunningCloud } from '../cloud/cloud';
import { newId, phoneOf } from '../county/county';
import type { Phone } from './phone';

export interface Route {
  /** As in app.json. */
  page: string;
  /** Who looks. */
  openid: string;
  query?: (sample: Sample) => string;
  /** Tells two looks at one page apart. */
  about?: string;
}

/** Ids of the sample county that addresses name. */
export interface Sample {
  /** 林's stories by state. */
  storyIds: Map<string, string>;
  /** What waits for 周. */
  queueIds: string[];
  unitId: string;
  personId: string;
  channelId: string;
  /** Codes of 林's unit and of 林. */
  unitToken: string;
  cardToken: string;
  /** An entry of 林's, appealed against. */
  entryId: string;
  /** A printing that waits to be verified. */
  reportId: string;
  /** Of the rulebook that is being drafted. */
  draftVersion: number;
  /** The current month, `YYYY-MM`: drafted early, and by nobody else. */
  month: string;
}

const { lin, zhou, he } = personas;
/** Known to WeChat, and nobody here. */
const newcomer = 'o-sample-newcomer';

const story = (state: string) => (sample: Sample) => {
  const id = sample.storyIds.get(state);
  if (!id) throw new Error(`the sample county has no story of 林 that is ${state}`);
  return `?storyId=${id}`;
};

export const routes: Route[] = [
  { page: 'pages/stories/stories', openid: lin },
  { page: 'pages/stories/stories', openid: zhou, about: 'empty' },
  { page: 'pages/todo/todo', openid: zhou },
  { page: 'pages/todo/todo', openid: lin, about: 'correspondent' },
  { page: 'pages/home/home', openid: newcomer, about: 'visitor' },
  { page: 'pages/home/home', openid: lin },
  { page: 'pages/mine/mine', openid: he },
  { page: 'pages/mine/mine', openid: newcomer, about: 'visitor' },
  { page: 'pages/story/story', openid: lin, query: story('returned'), about: 'returned' },
  { page: 'pages/story/story', openid: lin, query: story('in_review'), about: 'in review' },
  { page: 'pages/story/story', openid: lin, query: story('signed_off'), about: 'printed' },
  { page: 'pages/story/story', openid: zhou, query: story('signed_off'), about: 'at the desk' },
  {
    page: 'pages/story/story',
    openid: lin,
    query: () => `?storyId=${'0'.repeat(32)}`,
    about: 'none',
  },
  { page: 'pages/join/join', openid: newcomer },
  { page: 'pages/standing/standing', openid: lin },
  { page: 'pages/standing/standing', openid: newcomer, about: 'visitor' },
  { page: 'pages/code/code', openid: lin, query: ({ unitToken }) => `?scene=${unitToken}` },
  {
    ...{ page: 'pages/code/code', openid: newcomer, about: 'visitor' },
    query: ({ unitToken }) => `?scene=${unitToken}`,
  },
  {
    ...{ page: 'pages/code/code', openid: newcomer, about: 'card' },
    query: ({ cardToken }) => `?scene=${cardToken}`,
  },
  { page: 'pages/filing/filing', openid: newcomer, about: 'visitor' },
  { page: 'pages/filing/filing', openid: lin },
  { page: 'pages/tip/tip', openid: lin },
  { page: 'desk/review/review', openid: zhou, query: ({ queueIds }) => `?storyId=${queueIds[0]}` },
  { page: 'desk/stories/stories', openid: zhou },
  { page: 'desk/edit/edit', openid: zhou, query: ({ queueIds }) => `?storyId=${queueIds[0]}` },
  { page: 'standing/detail/detail', openid: lin },
  {
    ...{ page: 'standing/entry/entry', openid: lin },
    query: ({ entryId }) => `?id=${encodeURIComponent(entryId)}`,
  },
  { page: 'standing/board/board', openid: lin },
  { page: 'standing/card/card', openid: lin },
  {
    ...{ page: 'standing/poster/poster', openid: he },
    query: ({ unitToken }) =>
      `?token=${unitToken}&kind=unit&title=${encodeURIComponent('城关镇联工委')}`,
  },
  { page: 'standing/appeals/appeals', openid: zhou },
  { page: 'standing/adjustments/adjustments', openid: he },
  { page: 'standing/adjustment/adjustment', openid: zhou },
  { page: 'standing/bulletins/bulletins', openid: zhou },
  { page: 'standing/bulletin/bulletin', openid: zhou, query: ({ month }) => `?period=${month}` },
  { page: 'standing/picture/picture', openid: zhou, query: ({ month }) => `?period=${month}` },
  { page: 'admin/codes/codes', openid: he },
  { page: 'admin/code/code', openid: he },
  { page: 'admin/audit/audit', openid: he },
  { page: 'admin/home/home', openid: he },
  { page: 'admin/units/units', openid: he },
  { page: 'admin/unit/unit', openid: he, query: ({ unitId }) => `?id=${unitId}` },
  { page: 'admin/people/people', openid: he },
  { page: 'admin/person/person', openid: he, query: ({ personId }) => `?id=${personId}` },
  { page: 'admin/person-form/person-form', openid: he },
  { page: 'admin/duty/duty', openid: he, query: ({ personId }) => `?id=${personId}` },
  { page: 'admin/vacancy/vacancy', openid: he },
  { page: 'admin/chains/chains', openid: he },
  { page: 'admin/chain/chain', openid: he },
  { page: 'admin/roster/roster', openid: he },
  { page: 'admin/opening/opening', openid: he },
  { page: 'admin/rulebooks/rulebooks', openid: he },
  { page: 'admin/rulebook/rulebook', openid: he, query: () => '?preset=county' },
  { page: 'admin/rule/rule', openid: he },
  { page: 'admin/period-rule/period-rule', openid: he },
  {
    ...{ page: 'admin/rulebook-trial/rulebook-trial', openid: he },
    query: ({ draftVersion }) => `?draft=${draftVersion}`,
  },
  { page: 'admin/rulebook-plain/rulebook-plain', openid: lin },
  { page: 'admin/outlets/outlets', openid: he },
  { page: 'admin/outlet/outlet', openid: he },
  { page: 'admin/channels/channels', openid: he },
  { page: 'admin/channel/channel', openid: he, query: ({ channelId }) => `?id=${channelId}` },
  { page: 'admin/channel-form/channel-form', openid: he },
  { page: 'admin/lexicon/lexicon', openid: zhou },
  { page: 'desk/adoptions/adoptions', openid: zhou },
  { page: 'desk/adoption/adoption', openid: zhou, query: ({ reportId }) => `?id=${reportId}` },
  { page: 'desk/register/register', openid: zhou },
  { page: 'desk/facts/facts', openid: zhou },
  { page: 'desk/fact/fact', openid: zhou },
  { page: 'pages/report/report', openid: lin, query: story('signed_off') },
];

/** Takes a phone to a route and waits until nothing is being read or moved any more. */
export async function showRoute(
  shown: Phone,
  { page, query }: Route,
  sample: Sample,
): Promise<void> {
  await shown.wx('reLaunch', { url: `/${page}${query?.(sample) ?? ''}` });
  await settled(shown.page);
}

/** Waits until nothing is being read or moved any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(isSettled);
  await page.waitForLoadState('networkidle');
  // A button that has just come to life is still changing its colour.
  await page.waitForFunction(isStill);
}

/** Nothing of the page in front is still being read. */
const isSettled = `![...document.querySelectorAll('[aria-busy=true]')]
  .some((node) => node.getBoundingClientRect().width > 0)`;
const isStill = `document.getAnimations().every((one) => !(one instanceof CSSTransition))`;

/** Looks the ids up as the phones of the sample county would. */
export async function sampleOf(cloud: RunningCloud): Promise<Sample> {
  const phones = { lin: phoneOf(cloud, lin), zhou: phoneOf(cloud, zhou) };
  const own = await phones.lin.value('story.list', { after: null });
  const queue = await phones.zhou.value('queue.list', { kind: null, after: null });
  const session = await phones.lin.value('session.open', {});
  const { person } = session;
  const month = dayOf(Date.now()).slice(0, 7);
  await phones.zhou.value('period.draft', { period: month, version: 0 });
  const unitId = person?.memberships[0]?.unitId ?? '';
  const personId = person?.id ?? '';
  const reported = { storyId: null, state: 'reported' as const, after: null };
  const { adoptions } = await phones.zhou.value('adoption.list', reported);
  return {
    ...(await codesOf(cloud, { unitId, personId })),
    channelId: await aChannel(cloud),
    entryId: await anAppealedEntry(cloud, personId),
    draftVersion: await aDraftedRulebook(cloud),
    reportId: adoptions[0]?.id ?? '',
    storyIds: new Map(own.stories.map(({ state, id }) => [state, id])),
    queueIds: queue.stories.map(({ id }) => id),
    unitId,
    personId,
    month,
  };
}

async function aDraftedRulebook(cloud: RunningCloud): Promise<number> {
  const phone = phoneOf(cloud, he);
  const shown = await phone.value('rulebook.show', { which: 'preset', key: 'county' });
  const { rulebook } = shown;
  return (await phone.value('rulebook.draft', { draftVersion: 0, rulebook })).draftVersion;
}

/** A channel by hand, with nothing in it yet. */
async function aChannel(cloud: RunningCloud): Promise<string> {
  const channelId = newId();
  await phoneOf(cloud, he).value('channel.add', {
    ...{ channelId, kind: 'manual', name: '市报投稿邮箱', endpoint: null, secret: null },
    ...{ kinds: ['news'], columns: [], isInternal: false, ratePerMinute: 60 },
  });
  return channelId;
}

async function codesOf(
  cloud: RunningCloud,
  { unitId, personId }: Pick<Sample, 'unitId' | 'personId'>,
): Promise<Pick<Sample, 'unitToken' | 'cardToken'>> {
  const phone = phoneOf(cloud, he);
  const rest = { title: null, expiresAt: null };
  const unit = await phone.value('code.make', { kind: 'unit', targetId: unitId, ...rest });
  const card = await phone.value('code.make', { kind: 'person', targetId: personId, ...rest });
  return { unitToken: unit.code.token, cardToken: card.code.token };
}

/** Points by hand, another proposal that waits, and an appeal that waits. */
async function anAppealedEntry(cloud: RunningCloud, personId: string): Promise<string> {
  const [office, second, own] = [zhou, he, lin].map((openid) => phoneOf(cloud, openid));
  if (!office || !second || !own) throw new Error('three phones were asked for');
  const wanted = {
    ...{ owner: { kind: 'person' as const, id: personId }, book: 'points' as const },
    ...{ amount: 1250, occurredOn: dayOf(Date.now()), reason: '补记上旬市报二版一篇' },
  };
  const [approved, waiting] = [newId(), newId()];
  for (const adjustmentId of [approved, waiting]) {
    await office.value('adjustment.propose', { adjustmentId, ...wanted });
  }
  await second.value('adjustment.approve', { adjustmentId: approved, version: 1, note: '' });
  const listed = await own.value('entry.list', {
    ...{ owner: null, book: null, period: 'all', after: null },
  });
  const entryId = listed.entries[0]?.id ?? '';
  await own.value('entry.appeal', { entryId, text: '这篇是头版，不是二版' });
  return entryId;
}
