/** Appeals and adjustments: the office's word on an entry, and entries by hand with a second person. */
import type { InputOf } from '../../../cloudfunctions/contract';
import { openStore } from '../../../cloudfunctions/store';
import { newId, type Member, type Phone } from '../../support/county/county';
import { startLedgerRoom, type LedgerRoom } from '../../support/county/ledger-room';

let room: LedgerRoom;
beforeAll(async () => {
  room = await startLedgerRoom();
});
afterAll(() => (room as LedgerRoom | undefined)?.stop());

async function aPostedEntry(level: 'city' | 'provincial' = 'city') {
  const printed = await room.aPrinted(level);
  const { entries } = await room.lin.value('entry.list', {
    ...{ owner: null, book: null, period: 'all', after: null },
  });
  const entry = entries.find(({ storyId }) => storyId === printed.story.id);
  return { ...printed, entryId: entry?.id ?? '' };
}

const refusalOf = async (answer: ReturnType<Phone['call']>) => {
  const given = await answer;
  return given.ok ? 'ok' : given.refusal;
};

async function authorsIn(appeal: { get(): Promise<{ data: unknown }> }) {
  const { data } = await appeal.get();
  return (data as { authorIds: string[] }[])[0]?.authorIds;
}

test('entry.appeal goes to the office; appeal.answer upholds it and reverses the entry', async () => {
  const { entryId, story } = await aPostedEntry();
  const before = await room.pointsOf(room.lin);
  const { appeal } = await room.lin.value('entry.appeal', { entryId, text: '这篇是两人合写的' });
  expect(appeal).toMatchObject({ state: 'open', byName: '林示例', mayAnswer: false });
  expect(await refusalOf(room.lin.call('entry.appeal', { entryId, text: '再说一次' }))).toBe(
    'appeal_exists',
  );
  const shownTo = async (phone: Phone) => {
    const { appeals } = await phone.value('appeal.list', { isOpen: true, after: null });
    return appeals.find(({ id }) => id === entryId);
  };
  const answer = { appealId: entryId, version: 1, isUpheld: true, words: '已核实，重新登记' };
  // Who wrote it with the owner leaves it to another; who verified the printing may answer.
  const appeals = room.cloud.sdk().database().collection('appeals').doc(entryId);
  expect(await authorsIn(appeals)).toEqual([room.lin.personId]);
  await appeals.update({ authorIds: [room.lin.personId, room.wu.personId] });
  expect(await shownTo(room.wu)).toMatchObject({ mayAnswer: false, owner: { name: '林示例' } });
  expect(await refusalOf(room.wu.call('appeal.answer', answer))).toBe('person_concerned');
  expect(await shownTo(room.zhou)).toMatchObject({ mayAnswer: true });
  const answered = (await room.zhou.value('appeal.answer', answer)).appeal;
  expect(answered).toMatchObject({ state: 'upheld', answeredByName: '周示例' });
  expect(answered.entry.isReversed).toBe(true);
  expect(await room.pointsOf(room.lin)).toBe(before - 2000);
  const seen = await room.lin.value('entry.show', { entryId });
  expect(seen).toMatchObject({ mayAppeal: false, appeal: { answer: '已核实，重新登记' } });
  const reversal = await room.lin.value('entry.show', { entryId: seen.reversedBy ?? '' });
  expect(reversal.entry).toMatchObject({ amount: -2000, causeKind: 'reversal', reverses: entryId });
  // The next printing of the work does not post again what the office took off.
  await room.print(story, 'county');
  expect(await room.pointsOf(room.lin)).toBe(before - 2000);
  expect(await refusalOf(room.zhou.call('appeal.answer', { ...answer, version: 2 }))).toBe(
    'appeal_answered',
  );
});

test('a refused appeal has words and changes no points', async () => {
  const { entryId } = await aPostedEntry();
  const before = await room.pointsOf(room.lin);
  await room.lin.value('entry.appeal', { entryId, text: '应按省级计分' });
  const answer = { appealId: entryId, version: 1, isUpheld: false, words: '该报为市级' };
  expect(await refusalOf(room.zhou.call('appeal.answer', { ...answer, version: 9 }))).toBe(
    'changed_meanwhile',
  );
  const { appeal } = await room.wu.value('appeal.answer', answer);
  expect(appeal).toMatchObject({ state: 'refused', answer: '该报为市级' });
  expect(await room.pointsOf(room.lin)).toBe(before);
  const { appeals } = await room.zhou.value('appeal.list', { isOpen: false, after: null });
  expect(appeals[0]?.id).toBe(entryId);
});

test('nobody appeals what is not theirs, or what is reversed, or answers their own', async () => {
  const { entryId } = await aPostedEntry();
  expect(await refusalOf(room.zhou.call('entry.appeal', { entryId, text: '不对' }))).toBe(
    'not_found',
  );
  await room.lin.value('entry.appeal', { entryId, text: '不对' });
  const answer = { appealId: entryId, version: 1, isUpheld: true, words: '好' };
  expect(await refusalOf(room.lin.call('appeal.answer', answer))).toBe('not_allowed');
  await room.he.value('duty.grant', {
    ...{ personId: room.lin.personId, duty: 'publicity_office', stage: null },
    unitIds: [room.rootId],
  });
  expect(await refusalOf(room.lin.call('appeal.answer', answer))).toBe('person_concerned');
  await room.he.value('duty.end', {
    ...{ personId: room.lin.personId, duty: 'publicity_office', stage: null },
  });
  await room.zhou.value('appeal.answer', answer);
  const { reversedBy } = await room.lin.value('entry.show', { entryId });
  const { mayAppeal } = await room.lin.value('entry.show', { entryId: reversedBy ?? '' });
  expect(mayAppeal).toBe(true);
  expect(
    await refusalOf(room.lin.call('entry.appeal', { entryId: 'a:b:c:d:e:f', text: '不' })),
  ).toBe('not_found');
});

test('an office of one answers even its own; whoever has no phone is no other', async () => {
  const { entryId } = await aPostedEntry();
  await room.lin.value('entry.appeal', { entryId, text: '不对' });
  const answer = { appealId: entryId, version: 1, isUpheld: false, words: '无误' };
  const personId = newId();
  const fields = { name: '郑示例', standing: 'staff' as const, phone: null, isHead: false };
  await room.he.value('person.add', { personId, ...fields, unitId: room.rootId });
  const leader = { duty: 'leader' as const, stage: null, unitIds: [room.rootId] };
  await room.he.value('duty.grant', { personId, ...leader });
  const { listOffice } = openStore(room.cloud.sdk().database());
  const office = async () => (await listOffice()).map(({ name }) => name).sort();
  expect(await office()).toEqual(['何示例', '吴示例', '周示例'].sort());
  // Of those with a phone only an author is left.
  const appeals = room.cloud.sdk().database().collection('appeals');
  await appeals.doc(entryId).update({ authorIds: [room.zhou.personId] });
  const bindings = room.cloud.sdk().database().collection('bindings');
  const gone = [room.wu, room.he].map(({ openid }) => openid);
  const { data } = await bindings.where({ _id: { $in: gone } }).get();
  await bindings.where({ _id: { $in: gone } }).remove();
  const { appeal } = await room.zhou.value('appeal.answer', answer);
  await bindings.add(data as object[]);
  expect(appeal).toMatchObject({ state: 'refused', answeredByName: '周示例' });
});

const proposed = async (
  change: Partial<InputOf<'adjustment.propose'>> = {},
  by: Member = room.zhou,
) => {
  const input = {
    ...{ adjustmentId: newId(), owner: { kind: 'person' as const, id: room.lin.personId } },
    ...{ book: 'points' as const, amount: 500, occurredOn: '2026-11-20', reason: '漏登一篇' },
    ...change,
  };
  return (await by.value('adjustment.propose', input)).adjustment;
};

test('adjustment.propose posts nothing; adjustment.approve by a second person does, once', async () => {
  const before = await room.pointsOf(room.lin);
  const { id } = await proposed();
  expect(await room.pointsOf(room.lin)).toBe(before);
  const decision = { adjustmentId: id, version: 1, note: '' };
  expect(await refusalOf(room.zhou.call('adjustment.approve', decision))).toBe(
    'second_person_needed',
  );
  const { adjustments } = await room.wu.value('adjustment.list', { isOpen: true, after: null });
  expect(adjustments.find((one) => one.id === id)).toMatchObject({ mayDecide: true });
  const both = await Promise.all([
    refusalOf(room.wu.call('adjustment.approve', decision)),
    refusalOf(room.he.call('adjustment.approve', decision)),
  ]);
  expect(both.filter((one) => one === 'ok')).toHaveLength(1);
  expect(await room.pointsOf(room.lin)).toBe(before + 500);
  const late = { ...decision, version: 2, note: '已登记' };
  expect(await refusalOf(room.he.call('adjustment.refuse', late))).toBe('adjustment_decided');
  const { entries } = await room.lin.value('entry.list', {
    ...{ owner: null, book: 'points', period: '2026-11', after: null },
  });
  const entry = entries.find(({ causeId }) => causeId === id);
  expect(entry).toMatchObject({ amount: 500, causeKind: 'adjustment' });
  expect(entry?.derivation).toMatch(/^漏登一篇（周示例提出，[吴何]示例批准）$/);
});

test('adjustment.refuse wants a reason and posts nothing, and who gains never decides', async () => {
  const before = await room.pointsOf(room.wu);
  const mine = { owner: { kind: 'person' as const, id: room.wu.personId } };
  const { id } = await proposed(mine);
  const decision = { adjustmentId: id, version: 1, note: '没有依据' };
  expect(await refusalOf(room.wu.call('adjustment.approve', decision))).toBe(
    'second_person_needed',
  );
  for (const note of ['', ' ']) {
    const wordless = room.he.call('adjustment.refuse', { ...decision, note });
    expect(await refusalOf(wordless)).toBe('input_invalid');
  }
  const { adjustment } = await room.he.value('adjustment.refuse', decision);
  expect(adjustment).toMatchObject({ state: 'refused', note: '没有依据', mayDecide: false });
  expect(await room.pointsOf(room.wu)).toBe(before);
});

test('adjustment.propose is for the office, for a day that has come, for somebody who is there', async () => {
  const input = {
    ...{ adjustmentId: newId(), owner: { kind: 'person' as const, id: room.lin.personId } },
    ...{ book: 'yuan' as const, amount: -100, occurredOn: '2026-11-20', reason: '多发' },
  };
  expect(await refusalOf(room.lin.call('adjustment.propose', input))).toBe('not_allowed');
  const ahead = { ...input, occurredOn: '2099-01-01' };
  expect(await refusalOf(room.zhou.call('adjustment.propose', ahead))).toBe('day_ahead');
  const nobody = { ...input, owner: { kind: 'unit' as const, id: newId() } };
  expect(await refusalOf(room.zhou.call('adjustment.propose', nobody))).toBe('not_found');
  const nothing = { ...input, amount: 0 };
  expect(await refusalOf(room.zhou.call('adjustment.propose', nothing))).toBe('input_invalid');
});
