/** Which filing goes next; pure. */
import type { Network } from './edge';
import { type Filing, type KeptStory } from './kept-story';
import { retryMaxMs } from './settle';

export interface Moment {
  network: Network;
  now: number;
  /** Stories that have had their turn in this round. */
  tried: ReadonlySet<string>;
}

export type WithFiling = KeptStory & { filing: Filing };

/** What is on its way, oldest first; neither filed nor refused. */
export function openFilings(stories: KeptStory[]): WithFiling[] {
  return stories
    .filter((story): story is WithFiling => story.filing !== null)
    .filter(({ filing }) => filing.status !== 'filed' && filing.status !== 'refused')
    .sort((one, other) => one.filing.queuedAt - other.filing.queuedAt);
}

/** The first filing that may go now: in order, but none waits for another's wifi or refusal. */
export function chooseNext(stories: KeptStory[], moment: Moment): WithFiling | undefined {
  if (moment.network === 'none') return undefined;
  return openFilings(stories).find(
    (story) =>
      !moment.tried.has(story.draft.storyId) &&
      isDue(story.filing, moment.now) &&
      !waitsForWifi(story, moment.network),
  );
}

/** A pause that seems longer than any was begun by a clock that has been set back since: it is over. */
function isDue({ retryAt }: Filing, now: number): boolean {
  return retryAt <= now || retryAt > now + retryMaxMs;
}

/** A video costs the person money on a mobile line, so it waits unless they say otherwise. */
export function waitsForWifi({ draft, filing }: WithFiling, network: Network): boolean {
  const { video } = draft;
  const isUploaded = video === null || !video.path || filing.confirmed.includes(video.sha256);
  return network !== 'wifi' && !isUploaded && !filing.mayUseMobile;
}
