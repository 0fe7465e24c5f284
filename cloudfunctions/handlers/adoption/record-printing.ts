import type { Position } from '../../domain/adoption/adoption';
import { reportPrinting } from '../../domain/adoption/report-printing';
import { peopleOf, workOfStory } from '../../domain/adoption/work';
import { outletNamed } from '../../domain/outlet/outlet';
import type { Story, StoryContent } from '../../domain/story/story';
import type { Change } from '../../kernel/change';
import { dayOf } from '../../kernel/days';
import type { Store } from '../../store';
import { adoptionChanges, adoptionEvent } from './adoption-changes';

/** What a channel says it did with a story. */
export interface ChannelPrinting {
  story: Story;
  content: StoryContent;
  outletName: string;
  url: string | null;
  headline: string;
  printedOn: string;
  position: Position;
  channelId: string;
  at: number;
  isAfterKill: boolean;
  newId(): string;
}

/**
 * A channel's publish answer as an adoption: verified at once where the outlet is bound to that
 * channel, otherwise a report that a person looks at, and so is whatever was published after a
 * kill. No changes where the answer says nothing new. On an outrun commit, ask again.
 */
export async function recordPrinting(
  store: Store,
  printing: ChannelPrinting,
): Promise<{ changes: Change[]; adoptionId: string; isVerified: boolean }> {
  const { story, content, channelId, outletName, at, isAfterKill } = printing;
  const [outlets, known] = await Promise.all([
    store.readOutlets(),
    store.listAdoptionsOf(story._id),
  ]);
  const outlet = outletNamed(outlets, outletName);
  const work = workOfStory(story, content);
  const isBound = outlet?.isClosed === false && outlet.channelIds.includes(channelId);
  const by = { byId: null, byName: channelId, at };
  const { url, headline, printedOn, position } = printing;
  const reported = reportPrinting(known, {
    ...{ work, outlet, outletName, printedOn, position, headline, isAfterKill },
    unitPath: story.unitPath,
    peopleIds: peopleOf(work, story.peopleIds),
    evidence: { source: 'channel', ...by, url, fileId: null, note: '' },
    isTrusted: isBound && !isAfterKill,
    on: dayOf(at),
  });
  const { adoption } = reported;
  const events = reported.events.map((kind) =>
    adoptionEvent(adoption, kind, { id: printing.newId(), ...by, note: '' }),
  );
  const scene = { store, now: at, on: dayOf(at) };
  const changes = await adoptionChanges(scene, { known, moved: [reported], events });
  return { changes, adoptionId: adoption._id, isVerified: adoption.state === 'verified' };
}
