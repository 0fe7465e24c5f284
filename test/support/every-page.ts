/** How each page is reached on the sample county: by whom, and with what in its address. */
import { personas } from '../../local/seed/people';
import type { RunningCloud } from './cloud';
import { phoneOf } from './county';

export interface Route {
  /** As in app.json. */
  page: string;
  /** Who looks; null is a visitor bound to nobody. */
  openid: string | null;
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
}

const { lin, zhou, he } = personas;

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
  { page: 'pages/home/home', openid: null, about: 'visitor' },
  { page: 'pages/home/home', openid: lin },
  { page: 'pages/mine/mine', openid: he },
  { page: 'pages/mine/mine', openid: null, about: 'visitor' },
  { page: 'pages/story/story', openid: lin, query: story('returned'), about: 'returned' },
  { page: 'pages/story/story', openid: lin, query: story('in_review'), about: 'in review' },
  {
    page: 'pages/story/story',
    openid: lin,
    query: () => `?storyId=${'0'.repeat(32)}`,
    about: 'none',
  },
  { page: 'pages/join/join', openid: null },
  { page: 'pages/filing/filing', openid: lin },
  { page: 'pages/tip/tip', openid: lin },
  { page: 'desk/review/review', openid: zhou, query: ({ queueIds }) => `?storyId=${queueIds[0]}` },
  { page: 'desk/edit/edit', openid: zhou, query: ({ queueIds }) => `?storyId=${queueIds[0]}` },
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
];

/** Looks the ids up as the phones of the sample county would. */
export async function sampleOf(cloud: RunningCloud): Promise<Sample> {
  const phones = { lin: phoneOf(cloud, lin), zhou: phoneOf(cloud, zhou) };
  const own = await phones.lin.value('story.list', { after: null });
  const queue = await phones.zhou.value('queue.list', { kind: null, after: null });
  const session = await phones.lin.value('session.open', {});
  const { person } = session;
  return {
    storyIds: new Map(own.stories.map(({ state, id }) => [state, id])),
    queueIds: queue.stories.map(({ id }) => id),
    unitId: person?.memberships[0]?.unitId ?? '',
    personId: person?.id ?? '',
  };
}
