/**
 * Messages as relay works with them. It takes and ends an attempt with one conditional update each:
 * a document changes only while it is still as the condition says, so that two relays never hold
 * one message, and one whose lease has run out cannot write over another.
 */
import type { Ended } from '../domain/syndication/end-attempt';
import type { Message } from '../domain/syndication/message';
import type { Story } from '../domain/story/story';
import type { RevisionDocument } from './collections/revisions';
import { databaseFault, type Database } from './database';
import { readDocument } from './documents';
import { linePage, linesRead } from './line-page';
import { reading } from './reading';

/** Versions of the stories of one step, in one channel. */
const othersMax = 1000;

export interface Lease {
  holder: string;
  until: number;
}

export function openMessages(database: Database) {
  return { ...openReads(database), ...openAttempts(database) };
}

const dueBy = ({ command: _ }: Database, at: number) => _.and([_.gt(0), _.lte(at)]);

function openReads(database: Database) {
  const _ = database.command;
  const messages = () => database.collection('outbox_messages');
  return {
    readMessage: (id: string) => readDocument<Message>(database, 'outbox_messages', id),
    listMessages: (wanted: MessagesWanted) => listMessages(database, wanted),
    /** What a channel has to send by now, longest due first. */
    listDueMessages: (channelId: string, at: number, most: number) =>
      reading<Message>(() =>
        messages()
          .where({ channelId, nextAttemptAt: dueBy(database, at) })
          .orderBy('nextAttemptAt', 'asc')
          .limit(most)
          .get(),
      ),
    /** Every version of these stories for this channel. */
    listVersions: (channelId: string, storyIds: string[]) =>
      reading<Message>(() =>
        messages()
          .where({ storyId: _.in(storyIds), channelId })
          .limit(othersMax)
          .get(),
      ),
    /** The story as it is now, and the revision that a message is about. */
    readDelivery: (storyId: string, revision: number) => readDelivery(database, storyId, revision),
  };
}

function openAttempts(database: Database) {
  const _ = database.command;
  const messages = () => database.collection('outbox_messages');
  const change = async (where: object, fields: object): Promise<number> => {
    try {
      const done = await messages().where(where).update(fields);
      return done.updated ?? 0;
    } catch (error) {
      throw databaseFault(error, 'unknown');
    }
  };
  const ended = ({ attempts, ...fields }: Ended) => ({
    ...{ ...fields, attempts: _.set(attempts), lease: _.set(null), version: _.inc(1) },
  });
  return {
    /** Takes those of the messages that are still due; nobody else sends them before `until`. */
    leaseMessages: async (ids: string[], lease: Lease, at: number): Promise<Message[]> => {
      const taken = { state: 'sending', lease: _.set(lease), nextAttemptAt: lease.until };
      const counted = { attemptCount: _.inc(1), version: _.inc(1) };
      const nextAttemptAt = dueBy(database, at);
      await change({ _id: _.in(ids), nextAttemptAt }, { ...taken, ...counted });
      return reading<Message>(() =>
        messages()
          .where({ _id: _.in(ids), 'lease.holder': lease.holder })
          .limit(ids.length)
          .get(),
      );
    },
    /** False when the lease was no longer this holder's; then nothing is written. */
    endAttempt: async (id: string, holder: string, end: Ended): Promise<boolean> =>
      (await change({ _id: id, 'lease.holder': holder }, ended(end))) === 1,
    /** Ends a message without an attempt, unless something happened to it meanwhile. */
    endMessage: async ({ _id, version }: Message, end: Ended): Promise<boolean> =>
      (await change({ _id, version }, ended(end))) === 1,
    /** Puts a message off until the one before it has had its turn. */
    postponeMessage: ({ _id, version }: Message, until: number) =>
      change({ _id, version }, { nextAttemptAt: until, version: _.inc(1) }),
    /** The next version's turn, now that this one has ended. */
    hastenNext: ({ channelId, storyId, edition }: Message, at: number) =>
      change(
        { storyId, channelId, edition: edition + 1, state: 'pending', nextAttemptAt: _.gt(at) },
        { nextAttemptAt: at, version: _.inc(1) },
      ),
  };
}

async function readDelivery(database: Database, storyId: string, revision: number) {
  const id = `${storyId}:${revision}`;
  const [found] = await reading<Story & { revisions: RevisionDocument[] }>(() =>
    database
      .collection('stories')
      .aggregate()
      .match({ _id: storyId })
      .lookup({ from: 'revisions', pipeline: [{ $match: { _id: id } }], as: 'revisions' })
      .end(),
  );
  if (!found) return undefined;
  const { revisions, ...story } = found;
  return revisions[0] && { story: story as Story, content: revisions[0].content };
}

export interface MessagesWanted {
  channelId: string;
  which: 'all' | 'waiting' | 'stuck';
  after: string | null;
}

const statesOf = {
  waiting: ['pending', 'sending', 'unknown'],
  stuck: ['rejected', 'dead'],
};

/** A page of a channel's messages, newest first. */
async function listMessages(
  database: Database,
  { channelId, which, after }: MessagesWanted,
): Promise<{ messages: Message[]; after: string | null }> {
  const _ = database.command;
  // An id has colons of its own.
  const [, createdAt = '', id = ''] = /^(\d+):(.+)$/.exec(after ?? '') ?? [];
  const conditions = [
    { channelId },
    ...(which === 'all' ? [] : [{ state: _.in(statesOf[which]) }]),
    ...(which === 'stuck' ? [{ isSuperseded: false }] : []),
    ...(after === null
      ? []
      : [
          _.or([
            { createdAt: _.lt(Number(createdAt)) },
            { createdAt: Number(createdAt), _id: _.lt(id) },
          ]),
        ]),
  ];
  const found = await reading<Message>(() =>
    database
      .collection('outbox_messages')
      .where(_.and(conditions))
      .orderBy('createdAt', 'desc')
      .orderBy('_id', 'desc')
      .limit(linesRead)
      .get(),
  );
  const { shown, after: next } = linePage(found, (last) => `${last.createdAt}:${last._id}`);
  return { messages: shown, after: next };
}
