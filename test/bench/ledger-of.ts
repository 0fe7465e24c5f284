/** A data folder with a ledger of any size, written straight into the store: chains, accounts, standings. */
import path from 'node:path';
import { accountAfter, standingAfter } from '../../cloudfunctions/domain/ledger/append-entries';
import { chainStart, hashEntry } from '../../cloudfunctions/domain/ledger/chain';
import type { Account, Entry, Standing } from '../../cloudfunctions/domain/ledger/entry';
import { periodsOf } from '../../cloudfunctions/domain/ledger/period';
import { startDatabase } from '../support/cloud/engine';

const BATCH = 5_000;
const schemaFile = path.resolve(__dirname, '../..', 'dist/database.json');

/**
 * So many entries, shared out evenly among so many people, over two years up to this month: in whatever
 * is current as many people have points, whatever the number of entries, so that only that differs.
 */
export async function ledgerOf({ entries, people }: { entries: number; people: number }) {
  const database = await startDatabase({ schemaFile });
  const engine = database.engine();
  const waiting: Record<string, object[]> = { ledger_entries: [], accounts: [], standings: [] };
  const write = async (name: string, documents: object[], least: number) => {
    const all = [...(waiting[name] ?? []), ...documents];
    waiting[name] = [];
    if (all.length < least) waiting[name] = all;
    else
      for (let at = 0; at < all.length; at += BATCH) await insert(name, all.slice(at, at + BATCH));
  };
  const insert = (name: string, batch: object[]) =>
    batch.length > 0 ? engine.insert(name, batch as Record<string, unknown>[]) : undefined;
  for (let person = 0; person < people; person += 1) {
    const chain = chainOf(person, Math.ceil(entries / people));
    await write('ledger_entries', chain.entries, BATCH);
    await write('accounts', [chain.account], BATCH);
    await write('standings', chain.standings, BATCH);
  }
  for (const name of Object.keys(waiting)) await write(name, [], 0);
  await database.stop();
  return { dir: database.context.dataDir, remove: () => database.context.removeFolder() };
}

function chainOf(person: number, length: number) {
  const ownerId = `bench-${String(person).padStart(6, '0')}`;
  const entries: Entry[] = [];
  const standings = new Map<string, Standing>();
  let account: Account | undefined;
  for (let n = 0; n < length; n += 1) {
    const entry = entryOf(ownerId, n, { person, length, head: account?.headHash ?? chainStart });
    entries.push(entry);
    account = accountAfter(account, entry);
    for (const period of periodsOf(entry.periodOn)) {
      standings.set(period, standingAfter(standings.get(period), entry, period));
    }
  }
  if (!account) throw new Error('a chain has an entry');
  return { entries, account, standings: [...standings.values()] };
}

function entryOf(
  ownerId: string,
  n: number,
  { person, length, head }: { person: number; length: number; head: string },
): Entry {
  const accountId = `person:${ownerId}:points`;
  const eventId = `event-${ownerId}-${n}`;
  const month = 22 - Math.floor(((length - 1 - n) * 23) / length);
  const on = `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`;
  const entry = {
    ...{ _id: `${eventId}:level:points:${accountId}`, accountId, ownerKey: `person:${ownerId}` },
    ...{ ownerName: '某示例', sequence: n + 1, book: 'points' as const },
    // Half of the people stand above 40 points in every current period: the last entry outweighs all others.
    amount: n === length - 1 ? 8 * person : n % 2 === 0 ? 1 : -1,
    ...{ causeKind: 'adoption' as const, eventId, causeId: `adoption-${n}` },
    ...{ familyId: null, workId: `work-${n}` },
    ...{
      storyId: `story-${n}`,
      title: '城关镇议事室解决路灯难题',
      ruleId: 'level',
      ruleVersion: 1,
    },
    ...{ category: 'adoption:city', derivation: '市级 20', unitId: 'bench-unit' },
    ...{ occurredOn: on, periodOn: on, postedAt: Date.UTC(2025, month, 15), reverses: null },
  };
  return { ...entry, hash: hashEntry(head, entry) };
}
