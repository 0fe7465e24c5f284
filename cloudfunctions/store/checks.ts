/** Results of content checks, and the token they are asked with. */
import type { Trace } from '../domain/check/trace';
import type { ReceiptDocument } from './collections/receipts';
import type { StoryEventDocument } from './collections/story-events';
import { databaseFault, type Database } from './database';
import { readDocument } from './documents';
import { reading } from './reading';
import { transact } from './transact';

interface TokenDocument {
  _id: 'wechat_token';
  token: string;
  expiresAt: number;
  leaseUntil: number;
}

export function openChecks(database: Database) {
  const tokenId = 'wechat_token';
  return {
    readTrace: (id: string, receiptId: string) => readTrace(database, id, receiptId),
    addCheck: (line: StoryEventDocument) => addCheck(database, line),
    readToken: () => readDocument<TokenDocument>(database, 'settings', tokenId),
    leaseToken: (span: { now: number; until: number }) =>
      transact(database, async (transaction) => {
        const place = transaction.collection('settings').doc(tokenId);
        // In a transaction the SDK answers the document itself, or null.
        const before = (await place.get()).data as Partial<TokenDocument> | null;
        if (before?.leaseUntil !== undefined && before.leaseUntil > span.now) return false;
        const { token = '', expiresAt = 0 } = before ?? {};
        await place.set({ token, expiresAt, leaseUntil: span.until });
        return true;
      }),
    keepToken: async (token: string, expiresAt: number): Promise<void> => {
      try {
        const kept = { token, expiresAt, leaseUntil: 0 };
        await database.collection('settings').doc(tokenId).set(kept);
      } catch (error) {
        throw databaseFault(error, 'safe');
      }
    },
    /** One more of something counted by the day; answers how many that makes. */
    countOne: (what: string, on: string) =>
      transact(database, async (transaction) => {
        const counter = transaction.collection('counters').doc(`${what}:${on}`);
        const before = (await counter.get()).data as { version?: number } | null; // as above
        const version = (before?.version ?? 0) + 1;
        await counter.set({ version });
        return version;
      }),
  };
}

/** A photo that was asked about, and whether the result is written, under the id its receipt has. */
export interface KnownTrace {
  id: string;
  storyId: string;
  sha256: string;
  isAnswered: boolean;
}

async function readTrace(
  database: Database,
  id: string,
  receiptId: string,
): Promise<KnownTrace | undefined> {
  const pipeline = [{ $match: { _id: receiptId } }];
  const [found] = await reading<StoryEventDocument & { receipts: ReceiptDocument[] }>(() =>
    database
      .collection('story_events')
      .aggregate()
      .match({ 'traces.id': id })
      .limit(1)
      .lookup({ from: 'receipts', pipeline, as: 'receipts' })
      .end(),
  );
  const trace = found?.traces?.find((one: Trace) => one.id === id);
  if (!found || !trace) return undefined;
  const { storyId, receipts } = found;
  return { ...trace, storyId, isAnswered: receipts.length > 0 };
}

async function addCheck(database: Database, line: StoryEventDocument): Promise<void> {
  try {
    await database.collection('story_events').add(line);
  } catch (error) {
    throw databaseFault(error, 'unknown');
  }
}
