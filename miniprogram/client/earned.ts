/** What stories brought the holder of the phone, by story. */
import type { ValueOf } from '../../cloudfunctions/contract/index';
import { listStoryEntry } from './points';

type StoryLine = Pick<ValueOf<'story.list'>['stories'][number], 'id' | 'state' | 'version'>;

/** Only a story that went out can be printed, and a call takes fifty. */
const outStates: StoryLine['state'][] = ['signed_off', 'published', 'corrected', 'killed'];
const storiesMax = 50;

/** Hundredths of points by story; empty when that could not be asked. */
export async function earnedBy(stories: StoryLine[]): Promise<Record<string, number>> {
  const out = outOf(stories);
  if (out.length === 0) return {};
  const reply = await listStoryEntry(out.map(({ id }) => id));
  if (!reply.ok) return {};
  const earned: Record<string, number> = {};
  for (const { storyId, book, amount } of reply.value.entries) {
    if (storyId === null || book !== 'points') continue;
    earned[storyId] = (earned[storyId] ?? 0) + amount;
  }
  return earned;
}

/** Other than before when a story went out, or something happened to one that is out. */
export const outKey = (stories: StoryLine[]): string =>
  outOf(stories)
    .map(({ id, version }) => `${id}:${version}`)
    .join();

const outOf = <Line extends StoryLine>(stories: Line[]): Line[] =>
  stories.filter(({ state }) => outStates.includes(state)).slice(0, storiesMax);
