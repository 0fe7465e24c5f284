/** Where sample stories were printed: reported by their writers, some of it confirmed by the office. */
import { authorOf, type Directory } from './directory';
import type { Gateway } from './gateway';
import { personas } from './people';
import type { SampleStory } from './story-shape';

const hourMs = 60 * 60 * 1000;

export interface SamplePrinting {
  story: string;
  outlet: string;
  position: 'front_lead' | 'front' | 'page_lead' | 'important' | 'other';
  genre: 'news' | 'brief' | 'feature' | 'image';
  /** When it was reported, on the day of printing; and when the office confirmed it. */
  reportedHoursAgo: number;
  verifiedHoursAgo?: number;
  words?: number;
}

export const samplePrintings: SamplePrinting[] = [
  {
    ...{ story: 'lamps', outlet: '示例市日报', position: 'front', genre: 'news', words: 320 },
    ...{ reportedHoursAgo: 420, verifiedHoursAgo: 410 },
  },
  {
    ...{ story: 'tea', outlet: '省政协网站示例', position: 'important', genre: 'feature' },
    ...{ reportedHoursAgo: 340, verifiedHoursAgo: 330, words: 1180 },
  },
  {
    ...{ story: 'tea', outlet: '示例市日报', position: 'page_lead', genre: 'feature' },
    ...{ reportedHoursAgo: 320, verifiedHoursAgo: 310, words: 960 },
  },
  {
    ...{ story: 'ferry', outlet: '示例县政协公众号', position: 'other', genre: 'image' },
    ...{ reportedHoursAgo: 290, verifiedHoursAgo: 280 },
  },
  {
    ...{ story: 'clinic', outlet: '示例市政协公众号', position: 'other', genre: 'news' },
    reportedHoursAgo: 20,
  },
  {
    ...{ story: 'lamps', outlet: '示例早报', position: 'other', genre: 'brief' },
    reportedHoursAgo: 5,
  },
];

interface Printed {
  gateway: Gateway;
  directory: Directory;
  now: number;
  storyIds: Map<string, string>;
  outletIds: Map<string, string>;
}

/** Reports and confirms them, oldest first; the clock is moved along. */
export async function seedPrintings(
  given: Printed,
  printings: SamplePrinting[],
  stories: SampleStory[],
): Promise<void> {
  const inOrder = [...printings].sort(
    (left, right) => right.reportedHoursAgo - left.reportedHoursAgo,
  );
  for (const printing of inOrder) {
    const story = stories.find(({ key }) => key === printing.story);
    if (story) await seedPrinting(given, printing, story);
  }
}

async function seedPrinting(
  given: Printed,
  printing: SamplePrinting,
  story: SampleStory,
): Promise<void> {
  const { gateway, directory, now, storyIds, outletIds } = given;
  const { outlet, position, genre, words, reportedHoursAgo, verifiedHoursAgo } = printing;
  const clock = (hoursAgo: number) =>
    gateway.control('clock', 'set', { at: now - hoursAgo * hourMs });
  const printedOn = dayOf(now - reportedHoursAgo * hourMs);
  const outletId = outletIds.get(outlet) ?? null;
  await clock(reportedHoursAgo);
  const openid = authorOf(directory.people, story.unit).openid ?? ''; // never nobody
  const reported = await gateway.call<{ adoptionId: string }>(openid, 'adoption.report', {
    ...{ storyId: storyIds.get(story.key), outletId, outletName: outlet, printedOn, position },
    ...{ headline: story.headline.slice(0, 60), url: `https://example.cn/${story.key}` },
    ...{ clipping: null, note: '' },
  });
  if (verifiedHoursAgo === undefined) return;
  await clock(verifiedHoursAgo);
  await gateway.call(personas.zhou, 'adoption.verify', {
    ...{ adoptionId: reported.adoptionId, version: 1, note: '', outletId, printedOn, position },
    ...{ genre, mode: 'single', words: words ?? null, durationSeconds: null, feeFen: null },
    headline: story.headline,
  });
}

/** The day as the calendar in China has it. */
const dayOf = (at: number) => new Date(at + 8 * hourMs).toISOString().slice(0, 10);
