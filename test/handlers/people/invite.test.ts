import { newId, newInviteCode, startCounty, type County } from '../../support/county/county';
import { keepAll } from '../../support/cloud/dump';
import { restore } from '../../support/county/furnish';

const dayMs = 24 * 60 * 60 * 1000;

let county: County;
beforeAll(async () => {
  county = await startCounty();
  await keepAll(county.cloud);
});
beforeEach(() => restore(county.cloud));
// Undefined where it never started.
afterAll(() => (county as County | undefined)?.stop());

/** A person entered but not bound, and a code for them. */
async function anInvited(name = '林示例') {
  const personId = newId();
  const fields = { name, standing: 'staff' as const, phone: null, isHead: false };
  await county.he.value('person.add', { personId, ...fields, unitId: county.rootId });
  const code = newInviteCode();
  await county.he.value('invite.make', { personId, code });
  return { personId, code };
}

test('invite.make and invite.redeem bind a phone to a person, however the code is typed', async () => {
  const { code, personId } = await anInvited();
  const phone = county.phone('o-lin-phone-0001');
  const typed = code.toLowerCase().replace(/(.{4})(?=.)/g, '$1-');
  const bound = await phone.value('invite.redeem', { code: typed });
  expect(bound).toMatchObject({ organ: { kind: 'cppcc' }, person: { id: personId } });
  expect((await phone.value('session.open', {})).person?.id).toBe(personId);
});

test('a code is good for one phone only, even for two at once', async () => {
  const { code } = await anInvited();
  const phones = ['o-first-phone-01', 'o-second-phone-1'].map((openid) => county.phone(openid));
  const answers = await Promise.all(phones.map((phone) => phone.call('invite.redeem', { code })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const third = await county.phone('o-third-phone-01').call('invite.redeem', { code });
  expect(third).toMatchObject({ refusal: 'code_used' });
});

test('a new code moves a person to a new phone and the old one is a visitor', async () => {
  const { personId, code } = await anInvited();
  const old = county.phone('o-old-phone-0001');
  await old.value('invite.redeem', { code });
  const next = newInviteCode();
  await county.he.value('invite.make', { personId, code: next });
  await county.phone('o-new-phone-0001').value('invite.redeem', { code: next });
  expect((await old.value('session.open', {})).person).toBeNull();
  const trail = { subjectId: personId };
  const { events } = await county.he.value('directoryEvent.list', trail);
  expect(events.map(({ act, byName }) => `${byName} ${act}`)).toEqual([
    '林示例 invite.redeem',
    '何示例 invite.make',
    '林示例 invite.redeem',
    '何示例 invite.make',
    '何示例 person.add',
  ]);
  const own = county.phone('o-new-phone-0001');
  expect(await own.call('directoryEvent.list', trail)).toMatchObject({ refusal: 'not_allowed' });
});

test('a new code ends the one before it, which somebody may have found', async () => {
  const { personId, code } = await anInvited();
  const next = newInviteCode();
  await county.he.value('invite.make', { personId, code: next });
  const finder = await county.phone('o-finder-phone-01').call('invite.redeem', { code });
  expect(finder).toMatchObject({ refusal: 'code_expired' });
  const own = await county.phone('o-lin-phone-0002').call('invite.redeem', { code: next });
  expect(own.ok).toBe(true);
});

test('a phone that is somebody already cannot become somebody else', async () => {
  const { code } = await anInvited();
  const answer = await county.he.call('invite.redeem', { code });
  expect(answer).toMatchObject({ refusal: 'openid_bound' });
});

test('a code is refused after a week, and for somebody who has left', async () => {
  const late = await anInvited('迟示例');
  const gone = await anInvited('离示例');
  await county.he.value('person.leave', { personId: gone.personId, successorId: null });
  const left = await county.phone('o-gone-phone-001').call('invite.redeem', { code: gone.code });
  expect(left).toMatchObject({ refusal: 'person_left' });
  await county.cloud.control('clock', 'advance', { ms: 7 * dayMs });
  const expired = await county.phone('o-late-phone-001').call('invite.redeem', { code: late.code });
  expect(expired).toMatchObject({ refusal: 'code_expired' });
});

test('guessing is stopped after ten wrong codes, and goes on an hour later', async () => {
  const { code } = await anInvited();
  const guesser = county.phone('o-guesser-000001');
  for (let guess = 0; guess < 10; guess += 1) {
    const answer = await guesser.call('invite.redeem', { code: newInviteCode() });
    expect(answer).toMatchObject({ refusal: 'code_wrong' });
  }
  const eleventh = await guesser.call('invite.redeem', { code });
  expect(eleventh).toMatchObject({ refusal: 'too_many_attempts' });
  await county.cloud.control('clock', 'advance', { ms: dayMs / 24 });
  expect((await guesser.call('invite.redeem', { code })).ok).toBe(true);
});

test('two hundred wrong codes of any phones stop every phone for the hour', async () => {
  const { code } = await anInvited();
  const guess = (openid: string) =>
    county.phone(openid).call('invite.redeem', { code: newInviteCode() });
  await guess('o-guesser-000002');
  const attempts = county.cloud.sdk().database().collection('code_attempts');
  const { data } = await attempts.get();
  const all = (data as { _id: string }[]).find(({ _id }) => _id.endsWith(':all'));
  await attempts.doc(all?._id ?? '').update({ wrongCodes: 199 });
  expect(await guess('o-guesser-000003')).toMatchObject({ refusal: 'code_wrong' });
  const honest = county.phone('o-honest-phone-1');
  expect(await honest.call('invite.redeem', { code })).toMatchObject({
    refusal: 'too_many_attempts',
  });
  await county.cloud.control('clock', 'advance', { ms: dayMs / 24 });
  expect((await honest.call('invite.redeem', { code })).ok).toBe(true);
});

test("a unit's head makes codes for the unit's own people and nobody else's", async () => {
  const head = await county.member('刘示例', { isHead: true });
  const { personId } = await anInvited();
  expect((await head.call('invite.make', { personId, code: newInviteCode() })).ok).toBe(true);
  const unitId = newId();
  const unit = { name: '另一单位', kind: 'sector' as const, quotaClass: null };
  await county.he.value('unit.add', { unitId, ...unit, parentId: county.rootId });
  await county.he.value('membership.add', { personId, unitId, isHead: false });
  await county.he.value('membership.end', { personId, unitId: county.rootId });
  const answer = await head.call('invite.make', { personId, code: newInviteCode() });
  expect(answer).toMatchObject({ refusal: 'not_allowed' });
});

test("a unit's head comes by nobody's duties with a code for them", async () => {
  const head = await county.member('刘示例', { isHead: true });
  const { personId } = await anInvited();
  const make = (phone: Pick<typeof head, 'call'>, id = personId) =>
    phone.call('invite.make', { personId: id, code: newInviteCode() });
  const shown = async () => (await head.value('person.show', { personId })).person.mayInvite;
  const unitIds = [county.rootId];
  const plain = { personId, duty: 'correspondent' as const, stage: null, unitIds };
  await county.he.value('duty.grant', plain);
  expect([(await make(head)).ok, await shown()]).toEqual([true, true]);
  await county.he.value('duty.grant', { ...plain, duty: 'publicity_office' });
  expect(await make(head)).toMatchObject({ refusal: 'not_allowed' });
  expect(await shown()).toBe(false);
  expect((await make(county.he)).ok).toBe(true);
  await county.he.value('duty.grant', { ...plain, personId: head.personId, duty: 'leader' });
  expect((await make(head, head.personId)).ok).toBe(true);
});

test('a code of whoever may not make it any more is good no more', async () => {
  const head = await county.member('刘示例', { isHead: true });
  const { personId } = await anInvited();
  const made = async (maker: Pick<typeof head, 'value'>, id = personId) => {
    const code = newInviteCode();
    await maker.value('invite.make', { personId: id, code });
    return code;
  };
  const redeem = (code: string) =>
    county.phone('o-holder-phone-01').call('invite.redeem', { code });
  const office = { duty: 'publicity_office' as const, stage: null };
  const early = await made(head);
  await county.he.value('duty.grant', { personId, ...office, unitIds: [county.rootId] });
  expect(await redeem(early)).toMatchObject({ refusal: 'code_expired' });
  await county.he.value('duty.end', { personId, ...office });
  const late = await made(head);
  await county.he.value('person.leave', { personId: head.personId, successorId: null });
  expect(await redeem(late)).toMatchObject({ refusal: 'code_expired' });
  expect((await redeem(await made(county.he))).ok).toBe(true);
});

test('the code itself is nowhere in the database', async () => {
  const { code } = await anInvited();
  const database = county.cloud.sdk().database();
  for (const collection of ['invites', 'receipts', 'directory_events']) {
    const { data } = await database.collection(collection).limit(1000).get();
    expect(data.length).toBeGreaterThan(0);
    expect(JSON.stringify(data)).not.toContain(code);
  }
});
