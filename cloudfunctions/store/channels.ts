/** Channels, how they fare, and the links to photos that they were given. */
import type { ChannelHealth, SyndicationChannel } from '../domain/syndication/channel';
import type { PhotoLinkDocument } from './collections/photo-links';
import { databaseFault, type Database } from './database';
import { readDocument } from './documents';
import { reading } from './reading';
import { transact } from './transact';

const channelsMax = 100;
/** Twenty photos and a video. */
const linksMax = 100;

/** What waits in a channel, and what a person has to decide on. */
export interface Backlog {
  channelId: string;
  waiting: number;
  stuck: number;
}

type Count = Pick<ChannelHealth, 'minute' | 'sentInMinute'>;

export function openChannels(database: Database) {
  return {
    listChannels: () =>
      reading<SyndicationChannel>(() => database.collection('channels').limit(channelsMax).get()),
    readChannel: (id: string) => readDocument<SyndicationChannel>(database, 'channels', id),
    readChannelFor: (id: string, receiptId: string) => readChannelFor(database, id, receiptId),
    readHealth: (id: string) => readDocument<ChannelHealth>(database, 'channel_health', id),
    listHealth: () =>
      reading<ChannelHealth>(() => database.collection('channel_health').limit(channelsMax).get()),
    listBacklogs: (channelIds: string[]) => listBacklogs(database, channelIds),
    /** Counts attempts of the minute before they are made; answers how many may be. */
    takeChannelQuota: (
      channelId: string,
      take: (count: Count) => { granted: number; after: Count },
    ) =>
      transact(database, async (transaction) => {
        const place = transaction.collection('channel_health').doc(channelId);
        // In a transaction the SDK answers the document itself, or null.
        const health = (await place.get()).data as ChannelHealth | null;
        if (!health) return 0;
        const { granted, after } = take(health);
        await place.update(after);
        return granted;
      }),
    noteHealth: async (
      channelId: string,
      health: Partial<Pick<ChannelHealth, 'lastOkAt' | 'lastErrorAt' | 'lastError'>>,
    ): Promise<void> => {
      try {
        await database.collection('channel_health').doc(channelId).update(health);
      } catch (error) {
        throw databaseFault(error, 'safe');
      }
    },
    keepPhotoLinks: (links: PhotoLinkDocument[]) => keepPhotoLinks(database, links),
    readPhotoLink: (tokenHash: string) =>
      readDocument<PhotoLinkDocument>(database, 'photo_links', tokenHash),
  };
}

/** A channel, and whether the answer under this receipt was taken already; undefined: no such channel. */
async function readChannelFor(
  database: Database,
  id: string,
  receiptId: string,
): Promise<{ channel: SyndicationChannel; isAnswered: boolean } | undefined> {
  const pipeline = [{ $match: { _id: receiptId } }, { $project: { _id: 1 } }];
  const [found] = await reading<SyndicationChannel & { receipts: object[] }>(() =>
    database
      .collection('channels')
      .aggregate()
      .match({ _id: id })
      .lookup({ from: 'receipts', pipeline, as: 'receipts' })
      .end(),
  );
  if (!found) return undefined;
  const { receipts, ...channel } = found;
  return { channel, isAnswered: receipts.length > 0 };
}

/** Makes the links of one message that do not stand yet, and lets those that do live on. */
async function keepPhotoLinks(database: Database, links: PhotoLinkDocument[]): Promise<void> {
  const [first] = links;
  if (!first) return;
  const { messageId, expiresAt } = first;
  const place = () => database.collection('photo_links');
  const known = await reading<PhotoLinkDocument>(() =>
    place().where({ messageId }).limit(linksMax).get(),
  );
  const ids = new Set(known.map(({ _id }) => _id));
  const fresh = links.filter(({ _id }) => !ids.has(_id));
  try {
    if (fresh.length > 0) await place().add(fresh);
    if (known.length > 0) await place().where({ messageId }).update({ expiresAt });
  } catch (error) {
    throw databaseFault(error, 'unknown');
  }
}

async function listBacklogs(database: Database, channelIds: string[]): Promise<Backlog[]> {
  if (channelIds.length === 0) return [];
  const _ = database.command;
  const $ = _.aggregate;
  const open = ['pending', 'sending', 'unknown', 'rejected', 'dead'];
  const counted = await reading<{ _id: { channelId: string; state: string }; count: number }>(() =>
    database
      .collection('outbox_messages')
      .aggregate()
      .match({ channelId: _.in(channelIds), state: _.in(open), isSuperseded: false })
      .group({ _id: { channelId: '$channelId', state: '$state' }, count: $.sum(1) })
      // Without a limit the platform answers twenty.
      .limit(open.length * channelsMax)
      .end(),
  );
  return channelIds.map((channelId) => {
    const count = (states: string[]) =>
      counted
        .filter(({ _id }) => _id.channelId === channelId && states.includes(_id.state))
        .reduce((sum, one) => sum + one.count, 0);
    return {
      channelId,
      waiting: count(['pending', 'sending', 'unknown']),
      stuck: count(['rejected', 'dead']),
    };
  });
}
