/** Outlets and printings as tests enter them, in a newsroom. */
import type { InputOf } from '../../../cloudfunctions/contract';
import { newId, type Phone } from './county';
import type { Newsroom, StoryView } from './newsroom';

type Outlet = InputOf<'outlet.add'>;

/** Adds an outlet, a city paper if nothing else is said; answers its id. */
export async function addOutlet({ he }: Newsroom, change: Partial<Outlet> = {}): Promise<string> {
  const outletId = newId();
  await he.value('outlet.add', {
    ...{ outletId, name: `示例日报${outletId.slice(0, 6)}`, aliases: [], channelIds: [] },
    ...{ level: 'city', outletClass: 'paper', group: null, since: '2026-01-01' },
    ...change,
  });
  return outletId;
}

/** A report with a link. */
export function aReport(
  storyId: string,
  outletId: string | null,
  change: Partial<InputOf<'adoption.report'>> = {},
): InputOf<'adoption.report'> {
  return {
    ...{ storyId, outletId, outletName: '示例日报', printedOn: '2026-11-21' },
    ...{ position: 'front', headline: '老街路灯亮了', url: 'https://example.cn/1' },
    ...{ clipping: null, note: '' },
    ...change,
  };
}

/** The facts of a printing as the office confirms them. */
export function facts(outletId: string, change: Partial<PrintedInput> = {}): PrintedInput {
  return {
    ...{ outletId, printedOn: '2026-11-21', position: 'front', genre: 'news', mode: 'single' },
    ...{ words: 320, durationSeconds: null, headline: '老街路灯亮了', feeFen: 5000 },
    ...change,
  };
}
type PrintedInput = Omit<InputOf<'adoption.verify'>, 'adoptionId' | 'version' | 'note'>;

/** A story of 林, reported by her; answers both. */
export async function aReported(
  room: Newsroom,
  outletId: string | null,
  change: Partial<InputOf<'adoption.report'>> = {},
): Promise<{ story: StoryView; adoptionId: string }> {
  const story = await room.aStory();
  const { adoptionId } = await room.lin.value(
    'adoption.report',
    aReport(story.id, outletId, change),
  );
  return { story, adoptionId };
}

export const showAdoption = async (phone: Phone, adoptionId: string) =>
  (await phone.value('adoption.show', { adoptionId })).adoption;
