/** Where sample stories were printed: said by the center, or reported by writers and settled by the office. */
import { authorOf } from './directory';
import type { Newsroom } from './newsroom';
import { personas } from './people';
import type { SampleStory } from './story-shape';
import type { Step } from './timeline';

const hourMs = 60 * 60 * 1000;

/** One report, and what the office made of it; without `settled` it waits. */
interface SamplePrinting {
  story: string;
  outlet: string;
  position: 'front_lead' | 'front' | 'page_lead' | 'important' | 'other';
  genre: 'news' | 'brief' | 'feature' | 'image';
  /** When it was reported, on the day of printing. */
  reportedHoursAgo: number;
  settled?: { hoursAgo: number; as: 'verify' | 'reject' | 'withdraw'; note?: string };
  words?: number;
}

const verified = (hoursAgo: number) => ({ hoursAgo, as: 'verify' as const });

type Row = [
  hoursAgo: number,
  story: string,
  outlet: string,
  position: SamplePrinting['position'],
  genre: SamplePrinting['genre'],
  words: number,
];

const confirmed: Row[] = [
  [1368, 'flood', '示例市日报', 'front', 'news', 420],
  [1366, 'library2', '湘声报', 'page_lead', 'news', 680],
  [1196, 'ditch', '人民政协报', 'page_lead', 'news', 900],
  [1194, 'women', '文史博览', 'important', 'feature', 1500],
  [1018, 'doctor', '示例市广播电视台', 'important', 'news', 300],
  [790, 'terrace', '湖南日报', 'front', 'feature', 1100],
  [434, 'lamps', '示例市日报', 'front', 'news', 320],
  [436, 'tea', '省政协网站示例', 'important', 'feature', 1180],
  [432, 'tea', '示例市日报', 'page_lead', 'feature', 960],
  [338, 'ferry', '示例县政协公众号', 'other', 'image', 90],
];

export const samplePrintings: SamplePrinting[] = [
  ...confirmed.map(([reportedHoursAgo, story, outlet, position, genre, words]): SamplePrinting => ({
    ...{ story, outlet, position, genre, words, reportedHoursAgo },
    settled: verified(reportedHoursAgo - 20),
  })),
  {
    ...{ story: 'sports', outlet: '示例市日报', position: 'front', genre: 'brief' },
    ...{ reportedHoursAgo: 1192, words: 80 },
    settled: { hoursAgo: 1172, as: 'reject', note: '当天市日报没有这篇，请核对日期和版面' },
  },
  {
    ...{ story: 'citrus', outlet: '示例市政协公众号', position: 'other', genre: 'image' },
    ...{ reportedHoursAgo: 1364, words: 60 },
    settled: { hoursAgo: 465, as: 'withdraw', note: '原文已删除，采用撤销' },
  },
  {
    ...{ story: 'clinic', outlet: '示例市政协公众号', position: 'other', genre: 'news' },
    reportedHoursAgo: 26,
  },
  {
    ...{ story: 'lamps', outlet: '示例早报', position: 'other', genre: 'brief' },
    reportedHoursAgo: 5,
  },
];

/** What the desk of the center did: printed, or not taken and why. */
type DeskRow = [hoursAgo: number, story: string, outlet: string, position: string];

const printedByCenter: DeskRow[] = [
  [1370, 'flood', '示例县报', 'front_lead'],
  [1369, 'citrus', '示例县融媒体公众号', 'other'],
  [1198, 'ditch', '示例县报', 'front'],
  [1020, 'oldtrees', '示例县报', 'page_lead'],
  [786, 'terrace', '示例县广播电视台', 'important'],
  [784, 'charity', '示例县融媒体公众号', 'other'],
  [782, 'bamboo', '示例县报', 'page_lead'],
  [438, 'steps', '示例县报', 'front'],
  [440, 'lamps', '示例县报', 'front_lead'],
  [342, 'ferry', '示例县广播电视台', 'other'],
  [130, 'water', '示例县融媒体公众号', 'important'],
];
const notTaken: [hoursAgo: number, story: string, reason: string][] = [
  [1019, 'young', '活动预告类稿件本周已满，不再安排'],
];

/** Reports and settlements by the county, and what its center said. */
export function printingSteps(
  room: Newsroom & { outletIds: Map<string, string> },
  stories: SampleStory[],
): Step[] {
  const storyOf = (key: string) => {
    const story = stories.find((one) => one.key === key);
    if (!story) throw new Error(`no sample story ${key}`);
    return story;
  };
  return [
    ...samplePrintings.flatMap((one) => reported(room, one, storyOf(one.story))),
    ...(room.desk ? deskSteps(room, storyOf) : []),
  ];
}

function deskSteps(
  { desk, storyIds, now }: Newsroom,
  storyOf: (key: string) => SampleStory,
): Step[] {
  const idOf = (key: string) => storyIds.get(key) ?? '';
  return [
    ...printedByCenter.map(([hoursAgo, key, outlet, position]) => ({
      ...{ hoursAgo, about: key },
      run: async () => {
        const { headline } = storyOf(key);
        const printedOn = dayOf(now - hoursAgo * hourMs);
        await desk?.publish(idOf(key), { outlet, headline, position, printedOn });
      },
    })),
    ...notTaken.map(([hoursAgo, key, reason]) => ({
      ...{ hoursAgo, about: key },
      run: async () => desk?.reject(idOf(key), reason),
    })),
  ];
}

function reported(
  room: Newsroom & { outletIds: Map<string, string> },
  printing: SamplePrinting,
  story: SampleStory,
): Step[] {
  const { gateway, directory, now, storyIds } = room;
  const { outlet, position, genre, words, reportedHoursAgo, settled } = printing;
  const printedOn = dayOf(now - reportedHoursAgo * hourMs);
  const outletId = room.outletIds.get(outlet) ?? null;
  const at = { outletId, printedOn, position };
  let adoption = { adoptionId: '', version: 1 };
  const settle = oneByOne(async (as: 'verify' | 'reject' | 'withdraw', note: string) => {
    const facts = {
      ...{ ...at, genre, mode: 'single', headline: story.headline },
      ...{ words: words ?? null, durationSeconds: null, feeFen: null },
    };
    const input = { ...adoption, note, ...(as === 'verify' ? facts : {}) };
    const answer = await gateway.call<{ adoption: { version: number } }>(
      ...[personas.zhou, `adoption.${as}`, input],
    );
    adoption = { ...adoption, version: answer.adoption.version };
  });
  const report: Step = {
    ...{ hoursAgo: reportedHoursAgo, about: story.key },
    run: async () => {
      const { openid } = authorOf(directory.people, story.unit);
      const { adoptionId } = await gateway.call<{ adoptionId: string }>(openid, 'adoption.report', {
        ...{ ...at, storyId: storyIds.get(story.key), outletName: outlet },
        ...{ headline: story.headline.slice(0, 60), url: `https://example.cn/${story.key}` },
        ...{ clipping: null, note: '' },
      });
      adoption = { adoptionId, version: 1 };
    },
  };
  if (!settled) return [report];
  const { hoursAgo, as, note = '' } = settled;
  // Only what was confirmed can be taken back.
  const first: Step[] =
    as === 'withdraw'
      ? [{ hoursAgo: reportedHoursAgo - 20, about: story.key, run: () => settle('verify', '') }]
      : [];
  return [report, ...first, { hoursAgo, about: story.key, run: () => settle(as, note) }];
}

let settled = Promise.resolve();

/** The office settles one report after the other; at once they would only get in each other's way. */
function oneByOne<Given extends unknown[]>(work: (...given: Given) => Promise<void>) {
  return (...given: Given) => (settled = settled.then(() => work(...given)));
}

/** The day as the calendar in China has it. */
const dayOf = (at: number) => new Date(at + 8 * hourMs).toISOString().slice(0, 10);
