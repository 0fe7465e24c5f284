/**
 * Delivers what is due, channel by channel: a step takes some messages under a lease, sends each,
 * and writes how it went. A run may end anywhere; what it held comes due again by itself, is asked
 * about where it can be, and is sent under the same id. Two runs at once never hold one message.
 */
import type { Channel } from '../../channels/channel';
import { takeQuota, type SyndicationChannel } from '../../domain/syndication/channel';
import { isOutdated } from '../../domain/syndication/delivery-actions';
import { endAttempt } from '../../domain/syndication/end-attempt';
import type { Message } from '../../domain/syndication/message';
import { turnOf } from '../../domain/syndication/order';
import { attemptMessage, type Attempted } from './attempt-message';
import type { Relaying } from './relaying';

/** Messages a step: few enough that all are sent well within the lease. */
const stepSize = 40;
const atOnce = 8;
/** Longer than a run can live, so that a lease ends only when its relay has. */
const leaseMs = 70_000;
/** Asking and sending take this long at worst; what has less time left is given back. */
const attemptMs = 22_000;
/** In a row without one that got through: the channel is down, and the rest can wait. */
const failuresMax = 5;

/** How attempts ended, by outcome. */
export type Relayed = Record<Attempted['outcome'], number>;

export async function relayMessages(relaying: Relaying): Promise<Relayed> {
  const channels = await relaying.store.listChannels();
  const relayed: Relayed = {
    ...{ delivered: 0, rejected: 0, failed: 0, unknown: 0 },
    ...{ waiting: 0, superseded: 0, given_back: 0, outrun: 0 },
  };
  const running = channels.filter(({ isPaused }) => !isPaused);
  // One whose secrets no key opens any more must not end the run of the others.
  const drained = await Promise.allSettled(
    running.map((channel) => drain(relaying, channel, relayed)),
  );
  const broken = drained.find((one) => one.status === 'rejected');
  if (broken) throw broken.reason;
  return relayed;
}

async function drain(
  relaying: Relaying,
  channel: SyndicationChannel,
  relayed: Relayed,
): Promise<void> {
  const line = relaying.open(channel);
  while (relaying.now() + attemptMs < relaying.until) {
    const { ids, followed } = await nextTurns(relaying, channel);
    if (ids.length === 0) return;
    const at = relaying.now();
    const lease = { holder: relaying.newId(), until: at + leaseMs };
    const taken = await relaying.store.leaseMessages(ids, lease, at);
    const done = await sendAll(relaying, line, { taken, followed });
    for (const { outcome } of done) relayed[outcome] += 1;
    await noteHealth(relaying, channel._id, done);
    if (done.some(({ outcome }) => outcome === 'given_back')) return;
  }
}

interface Turns {
  ids: string[];
  /** Those that a later version of their story waits for. */
  followed: Set<string>;
}

/** The messages whose turn it is, as many as the rate limit lets through. */
async function nextTurns(relaying: Relaying, channel: SyndicationChannel): Promise<Turns> {
  const { store } = relaying;
  const at = relaying.now();
  const due = await store.listDueMessages(channel._id, at, stepSize);
  const none = { ids: [], followed: new Set<string>() };
  if (due.length === 0) return none;
  const storyIds = [...new Set(due.map(({ storyId }) => storyId))];
  const versions = await store.listVersions(channel._id, storyIds);
  const ready = await inTurn(relaying, { due, versions, at });
  if (ready.length === 0) {
    // All of them were put off; what is due behind them may be ready.
    return due.length < stepSize ? none : nextTurns(relaying, channel);
  }
  const { ratePerMinute } = channel;
  const wanted = ready.length;
  const granted = await store.takeChannelQuota(channel._id, (count) =>
    takeQuota(count, { ratePerMinute, wanted, at }),
  );
  const ids = ready.slice(0, granted).map(({ _id }) => _id);
  const first = ready.filter((message) => isOutdated(message, versions));
  return { ids, followed: new Set(first.map(({ _id }) => _id)) };
}

async function inTurn(
  { store }: Relaying,
  { due, versions, at }: { due: Message[]; versions: Message[]; at: number },
): Promise<Message[]> {
  const ready: Message[] = [];
  // False where one of them was taken meanwhile; the next step looks again.
  const endAll = async (superseded: Message[]) => {
    const ended = superseded.map((old) =>
      store.endMessage(old, endAttempt(old, { outcome: 'superseded' }, { at, chance: 0 })),
    );
    return (await Promise.all(ended)).every((isEnded) => isEnded);
  };
  for (const message of due) {
    const turn = turnOf(message, versions, at);
    if (turn.turn === 'later') await store.postponeMessage(message, turn.at);
    const isReady = turn.turn === 'after' ? await endAll(turn.superseded) : turn.turn === 'now';
    if (isReady) ready.push(message);
  }
  return ready;
}

/** Sends a few at a time; once the channel is plainly down, or time is short, the rest goes back. */
async function sendAll(
  relaying: Relaying,
  line: Channel,
  { taken, followed }: { taken: Message[]; followed: Set<string> },
): Promise<Attempted[]> {
  const done: Attempted[] = [];
  const left = [...taken];
  let failures = 0;
  const work = async () => {
    for (let message = left.shift(); message; message = left.shift()) {
      const mayBegin =
        failures < failuresMax &&
        relaying.now() + attemptMs < Math.min(relaying.until, message.lease?.until ?? 0);
      const attempted = await attemptMessage(relaying, line, {
        ...{ message, mayBegin, isFollowed: followed.has(message._id) },
      });
      const isFailure = attempted.outcome === 'failed' || attempted.outcome === 'unknown';
      if (attempted.outcome === 'delivered') failures = 0;
      if (isFailure) failures += 1;
      done.push(attempted);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return done;
}

async function noteHealth(
  { store, now }: Relaying,
  channelId: string,
  done: Attempted[],
): Promise<void> {
  const isOk = done.some(({ outcome }) => outcome === 'delivered');
  const failed = done
    .filter(({ outcome }) => ['failed', 'unknown', 'rejected'].includes(outcome))
    .at(-1);
  if (!isOk && !failed) return;
  await store.noteHealth(channelId, {
    ...(isOk && { lastOkAt: now() }),
    ...(failed && { lastErrorAt: now(), lastError: failed.why }),
  });
}
