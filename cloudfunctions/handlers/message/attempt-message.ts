import type { Channel, Delivery } from '../../channels/channel';
import { endAttempt, giveBack, type Ending } from '../../domain/syndication/end-attempt';
import { hasEnded, mustAsk, type Message } from '../../domain/syndication/message';
import { attemptsMax } from '../../domain/syndication/next-attempt';
import { storyUri } from '../../domain/syndication/uri';
import { Fault } from '../../kernel/faults';
import { linkFiles } from './link-files';
import type { Relaying } from './relaying';

/** How it went, and why not; `outrun`: the lease was somebody else's by the time it ended. */
export interface Attempted {
  outcome: Ending['outcome'] | 'given_back' | 'outrun';
  why: string;
}

export interface Attempt {
  message: Message;
  /** Is there time left, and the channel not plainly down? */
  mayBegin: boolean;
  /** A later version of the story waits for this one. */
  isFollowed: boolean;
}

/** One attempt of a leased message, from reading the story again to writing how it ended. */
export async function attemptMessage(
  relaying: Relaying,
  line: Channel,
  { message, mayBegin, isFollowed }: Attempt,
): Promise<Attempted> {
  const { store } = relaying;
  const holder = message.lease?.holder ?? '';
  if (!mayBegin) {
    const isBack = await store.endAttempt(message._id, holder, giveBack(message, relaying.now()));
    return { outcome: isBack ? 'given_back' : 'outrun', why: '' };
  }
  const ending = await send(relaying, line, message);
  const at = relaying.now();
  const after = endAttempt(message, ending, { at, chance: relaying.chance() });
  const why = 'why' in ending ? ending.why : '';
  if (!(await store.endAttempt(message._id, holder, after))) return { outcome: 'outrun', why };
  // One that was written only now was not put off either, and is due already.
  if (isFollowed && hasEnded(after)) await store.hastenNext(message, at);
  if (why !== '') relaying.log({ message: message._id, outcome: ending.outcome, why });
  return { outcome: ending.outcome, why };
}

async function send(relaying: Relaying, line: Channel, message: Message): Promise<Ending> {
  const found = await relaying.store.readDelivery(message.storyId, message.revision);
  if (!found) return { outcome: 'rejected', why: 'story_missing' };
  // Read again just now: a kill is never overtaken by what it withdraws.
  const isWithdrawn = found.story.state === 'killed' && message.kind !== 'kill';
  if (isWithdrawn) return { outcome: 'superseded' };
  const { organName } = relaying;
  const delivery: Delivery = {
    ...{ message, ...found, organName, uri: storyUri(message.storyId), now: relaying.now() },
    linkFiles: () => linkFiles(relaying, message, found.content),
  };
  try {
    return await askAndDeliver(line, delivery);
  } catch (error) {
    // One message that cannot be sent must not hold up the others.
    if (error instanceof Fault) return { outcome: 'failed', why: error.code };
    relaying.log({ message: message._id, outcome: 'bug', why: String(error) });
    return { outcome: 'rejected', why: 'payload_invalid' };
  }
}

async function askAndDeliver(line: Channel, delivery: Delivery): Promise<Ending> {
  const { message } = delivery;
  if (mustAsk(message)) {
    // It may have arrived, and nobody can say: a person looks and decides.
    if (!line.ask) return { outcome: 'rejected', why: 'outcome_unknown' };
    const asked = await line.ask(delivery);
    if (asked.outcome !== 'absent') return asked;
  }
  // A relay that died at the last attempt leaves one begun that must not be made good by another.
  if (message.attemptCount > attemptsMax) return { outcome: 'failed', why: 'attempts_used_up' };
  return line.deliver(delivery);
}
