/** An entry of the cast's unit with an appeal against it, and an adjustment that waits. */
import { proposeAdjustment } from '../../../cloudfunctions/domain/ledger/adjustment';
import { appealAgainst } from '../../../cloudfunctions/domain/ledger/appeal';
import { appendEntries } from '../../../cloudfunctions/domain/ledger/append-entries';
import type { Newsroom } from '../county/newsroom';
import { aPerson } from '../domain/any-command';
import { aTarget, occasion } from '../domain/ledger';
import { postTargets } from '../../../cloudfunctions/domain/ledger/post-targets';

export const eventId = 'event-of-the-table';
export const adjustmentId = 'adjustment-of-the-table';

/** The entry's id, and the appeal's. */
export const entryIdOf = (unitId: string) => `${eventId}:base:points:unit:${unitId}:points`;

export async function layOutLedger(room: Newsroom): Promise<void> {
  const { townshipId, rootId, lin } = room;
  const account = { kind: 'unit' as const, id: townshipId };
  const targets = [aTarget({ causeId: 'a', amount: 1000, on: '2026-11-20', account })];
  const known = { accounts: [], standings: [], names: new Map([[`unit:${townshipId}`, '城关镇']]) };
  const { drafts } = postTargets(
    { family: undefined, familyId: 'work-of-the-table', targets },
    { ...occasion, unitId: townshipId },
  );
  const moment = { eventId, postedAt: Date.now(), closedThrough: null };
  const appended = appendEntries(drafts, moment, known);
  const [entry] = appended.entries;
  if (!entry) throw new Error('a target posts an entry');
  const unitPath = [townshipId, rootId];
  const author = { ...aPerson(lin.personId), name: '林示例' };
  const said = { text: '不对', at: Date.now(), unitPath, authorIds: [] };
  const appeal = appealAgainst(entry, author, said);
  const owner = {
    ...{ kind: 'person' as const, id: lin.personId, name: '林示例', unitId: townshipId },
    ...{ unitName: '', paths: [unitPath] },
  };
  const office = aPerson('somebody-else', 'administrator');
  const wanted = { adjustmentId, book: 'points' as const, amount: 100, reason: '漏登' };
  const proposal = { ...wanted, occurredOn: '2026-11-20' };
  const today = { at: Date.now(), on: '2026-11-22' };
  const decision = proposeAdjustment(proposal, owner, office, today);
  if (!decision.accepted) throw new Error(decision.refusal);
  const add = (name: string, documents: object[]) =>
    room.cloud.sdk().database().collection(name).add(documents);
  await add('ledger_entries', appended.entries);
  await add(
    'accounts',
    appended.accounts.map((one) => one.account),
  );
  await add(
    'standings',
    appended.standings.map(({ standing }) => standing),
  );
  await add('appeals', [appeal]);
  await add('adjustments', [decision.changes.adjustment]);
}
