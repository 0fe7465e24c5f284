/** The audit recomputes everything from the entries and names the first difference in one sentence. */
import { accountAfter } from '../../../cloudfunctions/domain/ledger/append-entries';
import { chainStart, hashEntry } from '../../../cloudfunctions/domain/ledger/chain';
import { digestOf, headsOf } from '../../../cloudfunctions/domain/ledger/digest';
import type { Account, Entry, Family, Standing } from '../../../cloudfunctions/domain/ledger/entry';
import { newId } from '../../support/county/county';
import { facts } from '../../support/county/printing';
import { keepAll } from '../../support/cloud/dump';
import { restore } from '../../support/county/furnish';
import { startLedgerRoom, stored, type LedgerRoom } from '../../support/county/ledger-room';

let room: LedgerRoom;
let accountId: string;
beforeAll(async () => {
  room = await startLedgerRoom();
  const { story } = await room.aPrinted('county');
  await room.print(story, 'city');
  await room.print(story, 'provincial');
  accountId = `person:${room.lin.personId}:points`;
  await keepAll(room.cloud);
});
beforeEach(() => restore(room.cloud));
afterAll(() => (room as LedgerRoom | undefined)?.stop());

const collection = (name: string) => room.cloud.sdk().database().collection(name);
const chain = async () =>
  (await stored<Entry>(room, 'ledger_entries'))
    .filter((entry) => entry.accountId === accountId)
    .sort((left, right) => left.sequence - right.sequence);

async function overwrite(name: string, { _id, ...fields }: { _id: string }): Promise<void> {
  await collection(name).doc(_id).set(fields);
}

async function sentence(): Promise<string | undefined> {
  const { difference } = await room.he.value('ledger.audit', { after: null });
  return difference?.sentence;
}

/** Closes November: its bulletin prints the digest of all heads. */
async function close(): Promise<void> {
  const heads = headsOf(await stored<Account>(room, 'accounts'));
  await collection('periods').add({ _id: '2026-11', headDigest: digestOf(heads), heads });
}

test('ledger.audit of what was posted finds nothing', async () => {
  await close();
  const { after, checked, difference } = await room.he.value('ledger.audit', { after: null });
  expect({ after, difference }).toEqual({ after: null, difference: null });
  expect(checked).toEqual({ accounts: 2, entries: 6, standings: 8, families: 1 });
});

test('one entry changed in the store is named', async () => {
  const [, second] = await chain();
  await collection('ledger_entries')
    .doc(second?._id ?? '')
    .update({ amount: 99_900 });
  expect(await sentence()).toBe(
    '“林示例”的积分账户第 2 笔分录的内容与记账时不一致，可能被改动过。',
  );
});

test('one entry taken out of the middle is named', async () => {
  const [first] = await chain();
  await collection('ledger_entries')
    .doc(first?._id ?? '')
    .remove();
  expect(await sentence()).toBe('“林示例”的积分账户缺少第 1 笔分录。');
});

test('a chain rewritten as a whole, with balance and standings, contradicts the bulletin', async () => {
  await close();
  await rewrite((entry) => ({ ...entry, amount: entry.amount * 2 }));
  await room.he.value('standing.rebuild', { after: null });
  expect(await sentence()).toBe(
    '“林示例”的积分账户截至第 3 笔的记录与2026年11月通报公布时不一致，可能被整体改写。',
  );
  await collection('periods')
    .doc('2026-11')
    .update({ headDigest: 'f'.repeat(64) });
  expect(await sentence()).toBe('2026年11月通报的校验码与所存的各账户记录不一致。');
});

test('a tail that was cut off is named, even where the account was cut to it', async () => {
  await close();
  const entries = await chain();
  await collection('ledger_entries')
    .doc(entries[2]?._id ?? '')
    .remove();
  expect(await sentence()).toContain('分录少于2026年11月通报公布时的 3 笔');
  await collection('periods').doc('2026-11').remove();
  expect(await sentence()).toBe('“林示例”的积分账户末尾的分录不见了，从第 3 笔起缺失。');
  const refused = await room.he.value('standing.rebuild', { after: null });
  expect(refused.difference?.sentence).toContain('从第 3 笔起缺失');
});

test('nothing is posted onto a head that its newest entry does not say; a rebuild mends it', async () => {
  const { story } = await room.aPrinted('county');
  const adoptionId = await room.report(story, 'provincial');
  const settled = { adoptionId, version: 1, note: '', ...facts(room.outlets.provincial) };
  const verify = () => room.zhou.call('adoption.verify', settled);
  const before = await chain();
  await collection('accounts')
    .doc(accountId)
    .update({ headHash: 'f'.repeat(64) });
  expect(await verify()).toMatchObject({ refusal: 'ledger_damaged' });
  await room.he.value('standing.rebuild', { after: null });
  const last = before.at(-1);
  if (!last) throw new Error('three printings posted');
  await collection('ledger_entries').doc(last._id).remove();
  expect(await verify()).toMatchObject({ refusal: 'ledger_damaged' });
  await overwrite('ledger_entries', last);
  await collection('accounts')
    .doc(accountId)
    .update({ count: last.sequence - 1, headHash: before.at(-2)?.hash });
  expect(await verify()).toMatchObject({ refusal: 'ledger_damaged' });
  expect(await chain()).toEqual(before);
  await room.he.value('standing.rebuild', { after: null });
  expect(await verify()).toMatchObject({ ok: true });
  expect(await sentence()).toBeUndefined();
});

test('a wrong balance and a wrong standing are named, and rebuilt to the same bytes', async () => {
  const [accounts, standings] = [await bytes('accounts'), await bytes('standings')];
  await collection('accounts').doc(accountId).update({ balance: 1 });
  expect(await sentence()).toBe('“林示例”的积分账户余额记为 0.01，按分录应为 40。');
  const rebuilt = await room.he.value('standing.rebuild', { after: null });
  expect(rebuilt).toMatchObject({ after: null, changed: 1, difference: null });
  await collection('standings').doc(`2026:${accountId}`).update({ amount: 5 });
  expect(await sentence()).toBe('“林示例”的积分账户2026年合计记为 0.05，按分录应为 40。');
  await collection('standings').where({ period: '2026-11' }).remove();
  await collection('standings').add(aStray(accountId, '2020'));
  await room.he.value('standing.rebuild', { after: null });
  expect([await bytes('accounts'), await bytes('standings')]).toEqual([accounts, standings]);
  await collection('accounts').doc(accountId).remove();
  expect(await sentence()).toContain('账户记录不见了');
  await room.he.value('standing.rebuild', { after: null });
  expect(await bytes('accounts')).toEqual(accounts);
  expect(await sentence()).toBeUndefined();
});

test('what a work or a fact has posted is recomputed from the entries of its family', async () => {
  await room.zhou.value('fact.register', {
    ...{ factId: newId(), kind: 'instruction', title: '县委书记批示', level: 'county' },
    ...{ personId: room.lin.personId, unitId: room.townshipId, quantity: 1, mark: null },
    ...{ occurredOn: '2026-11-20', workId: null, note: '', clipping: null },
  });
  const [ofFact] = (await stored<Family>(room, 'families')).filter(({ _id }) =>
    _id.startsWith('fact:'),
  );
  await collection('families')
    .doc(ofFact?._id ?? '')
    .update({ posted: [] });
  expect(await sentence()).toBe(
    '“县委书记批示”记入“林示例”的积分账户的合计记为 0，按分录应为 15。',
  );
  await collection('families')
    .doc(ofFact?._id ?? '')
    .remove();
  expect(await sentence()).toContain('“县委书记批示”有分录，但这一组的已记合计不见了');
});

test('a standing that no account explains is named', async () => {
  await collection('standings').add(aStray());
  expect(await sentence()).toBe('“莫示例”的积分账户2026年的合计没有分录可以说明。');
});

test('the audit goes on from its cursor, and is for administrators', async () => {
  const whole = await room.he.value('ledger.audit', { after: accountId });
  expect(whole.checked).toMatchObject({ accounts: 1 });
  expect(await room.zhou.call('ledger.audit', { after: null })).toMatchObject({
    refusal: 'not_allowed',
  });
  expect(await room.zhou.call('standing.rebuild', { after: null })).toMatchObject({
    refusal: 'not_allowed',
  });
});

function aStray(of = 'person:nobody-1:points', period = '2026'): Standing {
  const [, ownerId = ''] = of.split(':');
  return {
    ...{ _id: `${period}:${of}`, period, kind: 'person', book: 'points', accountId: of, ownerId },
    ...{ name: '莫示例', unitId: room.townshipId, amount: 10, entryCount: 1 },
  };
}

const bytes = async (name: string) =>
  (await stored<{ _id: string }>(room, name))
    .map((document) => JSON.stringify(Object.entries(document).sort()))
    .sort();

/** What a forger with the data file would do: every entry anew, with hashes that fit. */
async function rewrite(change: (entry: Entry) => Entry): Promise<void> {
  let head = chainStart;
  let account: Account | undefined;
  for (const entry of await chain()) {
    const changed = change(entry);
    const forged = { ...changed, hash: hashEntry(head, changed) };
    head = forged.hash;
    account = accountAfter(account, forged);
    await overwrite('ledger_entries', forged);
  }
  if (account) await overwrite('accounts', account);
}
