import {
  newId,
  newInviteCode,
  startCounty,
  type County,
  type Member,
} from '../../support/county/county';

let county: County;
let lin: Member;

beforeAll(async () => {
  county = await startCounty();
  lin = await county.member('林示例');
});
afterAll(() => county.stop());

const aPerson = (name: string) => ({
  personId: newId(),
  name,
  standing: 'member' as const,
  phone: '13900000009',
  unitId: county.rootId,
  isHead: false,
});

test('person.add enters a person whom person.show gives an administrator with the number', async () => {
  const input = aPerson('王示例');
  await county.he.value('person.add', input);
  expect(await county.he.value('person.show', { personId: input.personId })).toMatchObject({
    person: { name: '王示例', standing: 'member', phone: '13900000009', isBound: false },
  });
});

test('everybody else sees the number masked, and lists carry none', async () => {
  const input = aPerson('赵示例');
  await county.he.value('person.add', input);
  const { person } = await lin.value('person.show', { personId: input.personId });
  expect(person).toMatchObject({ phone: '139****0009', mayInvite: false });
  const page = await lin.value('person.list', { unitId: null, name: '赵', after: null });
  expect(page.people.map(({ name }) => name)).toEqual(['赵示例']);
  expect(JSON.stringify(page)).not.toContain('139');
});

test('person.list goes through everybody once, twenty a page', async () => {
  for (let count = 0; count < 25; count += 1) {
    await county.he.value('person.add', aPerson(`群众示例${count % 7}`));
  }
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof next>> = await next(after);
    expect(page.people.length).toBeLessThanOrEqual(20);
    seen.push(...page.people.map(({ id }) => id));
    after = page.after;
  } while (after !== null);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(25);

  function next(cursor: string | null) {
    return lin.value('person.list', { unitId: county.rootId, name: '群众', after: cursor });
  }
});

test('person.list narrows to the holders of a duty', async () => {
  const { personId } = lin;
  const units = { stage: null, unitIds: [county.rootId] };
  await county.he.value('duty.grant', { personId, duty: 'media_editor', ...units });
  const asked = { unitId: null, name: null, after: null };
  const page = await lin.value('person.list', { ...asked, duty: 'media_editor' });
  expect(page.people.map(({ id }) => id)).toEqual([personId]);
  await county.he.value('duty.end', { personId, duty: 'media_editor', stage: null });
});

test('a name is looked for as it is typed, not as a pattern', async () => {
  const page = await lin.value('person.list', { unitId: null, name: '.*', after: null });
  expect(page.people).toEqual([]);
});

test('person.change corrects a record', async () => {
  const { personId } = lin;
  const change = { personId, name: '林示例', standing: 'member' as const, phone: null };
  expect(await county.he.value('person.change', change)).toMatchObject({
    person: { standing: 'member', phone: null, isBound: true },
  });
});

test('membership.add and membership.end change where a person belongs', async () => {
  const unitId = newId();
  const unit = { name: '界别一', kind: 'sector' as const, quotaClass: null };
  await county.he.value('unit.add', { unitId, ...unit, parentId: county.rootId });
  const { personId } = lin;
  const joined = await county.he.value('membership.add', { personId, unitId, isHead: true });
  expect(joined.person.memberships).toContainEqual({ unitId, isHead: true });
  const twice = await county.he.call('membership.add', { personId, unitId, isHead: true });
  expect(twice).toMatchObject({ refusal: 'membership_exists' });
  const left = await county.he.value('membership.end', { personId, unitId });
  expect(left.person.memberships.map((one) => one.unitId)).toEqual([county.rootId]);
  const again = await county.he.call('membership.end', { personId, unitId });
  expect(again).toMatchObject({ refusal: 'membership_missing' });
});

test('duty.grant and duty.end change what a person may do', async () => {
  const { personId } = lin;
  const duty = { personId, duty: 'reviewer' as const, stage: 2, unitIds: [county.rootId] };
  const granted = await county.he.value('duty.grant', duty);
  expect(granted.person.duties).toContainEqual({
    duty: 'reviewer',
    stage: 2,
    unitIds: [county.rootId],
  });
  expect(await county.he.call('duty.grant', duty)).toMatchObject({ refusal: 'duty_exists' });
  const noStage = await county.he.call('duty.grant', { ...duty, stage: null });
  expect(noStage).toMatchObject({ refusal: 'stage_missing' });
  const end = { personId, duty: 'reviewer' as const, stage: 2 };
  expect((await county.he.value('duty.end', end)).person.duties).not.toContainEqual(
    expect.objectContaining({ duty: 'reviewer' }),
  );
  expect(await county.he.call('duty.end', end)).toMatchObject({ refusal: 'duty_missing' });
});

test('the last administrator cannot be lost, not even when two end each other at once', async () => {
  const zhou = await county.member('周示例');
  const { person } = await county.he.value('session.open', {});
  const hePersonId = person?.id ?? '';
  const endOf = (personId: string) => ({ personId, duty: 'administrator' as const, stage: null });
  expect(await county.he.call('duty.end', endOf(hePersonId))).toMatchObject({
    refusal: 'last_administrator',
  });
  const duty = { duty: 'administrator' as const, stage: null, unitIds: [county.rootId] };
  await county.he.value('duty.grant', { personId: zhou.personId, ...duty });
  const answers = await Promise.all([
    county.he.call('duty.end', endOf(zhou.personId)),
    zhou.call('duty.end', endOf(hePersonId)),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  // Give the duty back so that the other tests have their administrator.
  if (answers[1].ok) await zhou.value('duty.grant', { personId: hePersonId, ...duty });
});

test('person.leave ends everything but the record, and the phone is a visitor again', async () => {
  const wu = await county.member('吴示例');
  const left = await county.he.value('person.leave', { personId: wu.personId, successorId: null });
  expect(left.person).toMatchObject({ memberships: [], duties: [], isBound: false });
  expect(left.person.leftOn).not.toBeNull();
  expect((await wu.value('session.open', {})).person).toBeNull();
  const again = await county.he.call('person.leave', { personId: wu.personId, successorId: null });
  expect(again).toMatchObject({ refusal: 'person_left' });
});

test('nobody but an administrator changes people', async () => {
  const { personId } = lin;
  const fields = { personId, name: '改名', standing: 'staff' as const, phone: null };
  const duty = { personId, duty: 'administrator' as const, stage: null };
  const answers = await Promise.all([
    lin.call('person.add', aPerson('越权')),
    lin.call('person.change', fields),
    lin.call('person.leave', { personId, successorId: null }),
    lin.call('membership.add', { personId, unitId: county.rootId, isHead: true }),
    lin.call('membership.end', { personId, unitId: county.rootId }),
    lin.call('duty.grant', { ...duty, unitIds: [county.rootId] }),
    lin.call('duty.end', duty),
    lin.call('invite.make', { personId, code: newInviteCode() }),
  ]);
  expect(answers.map((answer) => !answer.ok && answer.refusal)).toEqual(
    Array(answers.length).fill('not_allowed'),
  );
});
