/** Results of content checks, and the token they are asked with. */
import type { Trace } from '../domain/check/trace';
import type { StoryEventDocument } from './collections/story-events';
import { databaseFault, type Database } from './database';
import { readDocument } from './documents';
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
    readTrace: (id: string) => readDocument<Trace>(database, 'content_traces', id),
    addChecks: (added: ChecksAdded) => addChecks(database, added),
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
    /** One more of something counted by the day. */
    countOne: (what: string, on: string) =>
      transact(database, async (transaction) => {
        const counter = transaction.collection('counters').doc(`${what}:${on}`);
        const before = (await counter.get()).data as { version?: number } | null; // as above
        await counter.set({ version: (before?.version ?? 0) + 1 });
      }),
  };
}

interface ChecksAdded {
  event: StoryEventDocument;
  traces: Trace[];
}

// Traces first: a result may come before the event is written.
async function addChecks(database: Database, { event, traces }: ChecksAdded): Promise<void> {
  try {
    if (traces.length > 0) await database.collection('content_traces').add(traces);
    await database.collection('story_events').add(event);
  } catch (error) {
    throw databaseFault(error, 'unknown');
  }
}
