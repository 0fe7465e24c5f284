/**
 * Delivers the outbox: every minute, and at once when the newsroom has signed something off. The
 * only function besides `inbound` that decrypts what channels are reached with.
 */
import { openChannel } from '../../channels';
import { relayMessages, type Relayed } from '../../handlers/message/relay-messages';
import type { SyndicationChannel } from '../../domain/syndication/channel';
import { now } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { inboundBase } from '../../kernel/inbound-base';
import { openStore, takeTrips, type Store } from '../../store';
import { secretsOf } from '../channel-secrets';
import { isKick, isTimer } from '../started-by';

/** Inside the function's minute, with what the last attempts may take. */
const budgetMs = 55_000;

let store: Store | undefined;

/** The timer starts it, or the newsroom; whatever starts it, it sends what is due and nothing else. */
export async function main(event: unknown): Promise<Relayed | { refused: true }> {
  if (!isTimer() && !isKick(event)) {
    console.log(JSON.stringify({ job: 'relay', outcome: 'refused' }));
    return { refused: true };
  }
  store ??= openStore();
  const startedAt = now();
  takeTrips();
  const relayed = await relayMessages({
    ...{ store, now, newId, chance: Math.random, until: startedAt + budgetMs },
    organName: (await store.readOrgan())?.name ?? '',
    linkBase: inboundBase(),
    open: (channel) => opened(channel, startedAt),
    log: (line) => console.log(JSON.stringify({ job: 'relay', ...line })),
  });
  const line = { job: 'relay', ...relayed, ms: now() - startedAt, trips: takeTrips() };
  console.log(JSON.stringify(line));
  return relayed;
}

function opened(channel: SyndicationChannel, at: number) {
  const { kind, endpoint } = channel;
  return openChannel(kind, { endpoint, secrets: secretsOf(channel, at) });
}
