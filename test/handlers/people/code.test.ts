/** Codes of standings on the embedded cloud: made, drawn, opened, revoked, guessed at. */
import { randomBytes } from 'node:crypto';
import { readPngCode } from '../../support/browser/png-code';
import { newId, startCounty, type County, type Member } from '../../support/county/county';

const hourMs = 60 * 60 * 1000;

let county: County;
let unitId: string;
let head: Member;
beforeAll(async () => {
  county = await startCounty();
  unitId = newId();
  const unit = { name: '城关镇联工委', kind: 'township_office' as const, quotaClass: null };
  await county.he.value('unit.add', { unitId, ...unit, parentId: county.rootId });
  head = await county.member('刘示例');
  await county.he.value('membership.add', { personId: head.personId, unitId, isHead: true });
});
afterAll(() => county.stop());

const forUnit = () => ({ kind: 'unit' as const, targetId: unitId, title: null, expiresAt: null });
const aToken = async () => (await county.he.value('code.make', forUnit())).code.token;
const aGuess = () => `u${randomBytes(13).toString('hex')}`;
let phones = 0;
const aVisitor = () => county.phone(`o-visitor-of-codes-${(phones += 1)}`);

test('code.make: a token that fits a scene, listed with its unit, and the same when sent again', async () => {
  const commandId = newId();
  const first = await head.call('code.make', forUnit(), commandId);
  const again = await head.call('code.make', forUnit(), commandId);
  expect(again).toEqual(first);
  if (!first.ok) throw new Error(first.refusal);
  expect(first.value.code).toMatchObject({ kind: 'unit', title: '城关镇联工委', revokedAt: null });
  expect(first.value.code.token).toMatch(/^u[0-9a-z]{26}$/);
  const mine = await head.value('code.list', { targetId: unitId, after: null });
  expect(mine.codes).toContainEqual(first.value.code);
  const all = await county.he.value('code.list', { targetId: null, after: null });
  expect(all.codes).toContainEqual(first.value.code);
  const others = await head.call('code.list', { targetId: null, after: null });
  expect(others).toMatchObject({ refusal: 'not_allowed' });
});

test("a head makes codes for meetings of the own unit, and none for another's", async () => {
  const meeting = { ...forUnit(), kind: 'meeting' as const, title: '十届五次全会' };
  expect((await head.value('code.make', meeting)).code.title).toBe('十届五次全会');
  const elsewhere = await head.call('code.make', { ...meeting, targetId: county.rootId });
  expect(elsewhere).toMatchObject({ refusal: 'not_allowed' });
});

test('code.open: a bound member is led to the own standing, a visitor to joining', async () => {
  const token = await aToken();
  const opened = await head.value('code.open', { token });
  expect(opened).toEqual({ shows: 'standing', kind: 'unit', title: '城关镇联工委', unitId });
  const visited = await aVisitor().value('code.open', { token });
  expect(visited).toEqual({ shows: 'binding', kind: 'unit', title: '城关镇联工委' });
});

test('code.revoke and a passed day: both answer as a code that never was', async () => {
  const scanner = aVisitor();
  const [revoked, token] = [await aToken(), await aToken()];
  await county.he.value('code.revoke', { token: revoked });
  await county.he.value('code.revoke', { token: revoked });
  const expiresAt = (await county.he.value('code.make', { ...forUnit(), expiresAt: 1 })).code.token;
  const answers = await Promise.all(
    [revoked, expiresAt, aGuess()].map((one) => scanner.call('code.open', { token: one })),
  );
  expect(answers).toEqual(Array(3).fill({ ok: false, refusal: 'code_dead' }));
  expect((await scanner.call('code.open', { token })).ok).toBe(true);
  const found = (await county.he.value('code.list', { targetId: unitId, after: null })).codes;
  expect(found.find((code) => code.token === revoked)?.revokedAt).not.toBeNull();
});

test('guessing stops after twenty unknown codes, goes on an hour later, and keeps nobody from joining', async () => {
  const token = await aToken();
  const guesser = aVisitor();
  for (let guess = 0; guess < 20; guess += 1) {
    const answer = await guesser.call('code.open', { token: aGuess() });
    expect(answer).toMatchObject({ refusal: 'code_dead' });
  }
  const stopped = await guesser.call('code.open', { token });
  expect(stopped).toMatchObject({ refusal: 'too_many_attempts' });
  expect((await aVisitor().call('code.open', { token })).ok).toBe(true);
  const joining = await guesser.call('invite.redeem', { code: 'ABCD2345ABCD2345ABCD' });
  expect(joining).toMatchObject({ refusal: 'code_wrong' });
  await county.cloud.control('clock', 'advance', { ms: hourMs });
  expect((await guesser.call('code.open', { token })).ok).toBe(true);
});

test('a poster that was revoked is no guess, however often it is scanned', async () => {
  const [revoked, token] = [await aToken(), await aToken()];
  await county.he.value('code.revoke', { token: revoked });
  const scanner = aVisitor();
  for (let scan = 0; scan < 21; scan += 1) await scanner.call('code.open', { token: revoked });
  expect((await scanner.call('code.open', { token })).ok).toBe(true);
});

test('the public card shows these fields and no others, to a visitor as to an administrator', async () => {
  const card = { ...forUnit(), kind: 'person' as const, targetId: head.personId };
  const { token } = (await head.value('code.make', card)).code;
  for (const reader of [aVisitor(), county.he]) {
    const opened = await reader.value('code.open', { token });
    expect(opened).toEqual({
      shows: 'card',
      card: {
        ...{ name: '刘示例', unitName: '示例县政协', points: 0, pointsInAll: 0, rank: null },
        titles: [],
      },
    });
  }
  await county.he.value('person.leave', { personId: head.personId, successorId: null });
  const left = await aVisitor().call('code.open', { token });
  expect(left).toEqual({ ok: false, refusal: 'code_dead' });
});

test('code.picture is drawn once, kept, and leads to the code', async () => {
  const token = await aToken();
  const { url } = await county.he.value('code.picture', { token });
  const drawn = Buffer.from(await (await fetch(url)).arrayBuffer());
  const address = new URL(readPngCode(drawn));
  expect(address.searchParams.get('page')).toBe('pages/code/code');
  expect(address.searchParams.get('scene')).toBe(token);
  // With WeChat away the kept picture is still there, and a new code has none.
  await county.cloud.control('wechat', 'quota', { path: '/wxa/getwxacodeunlimit', remaining: 0 });
  expect((await county.he.call('code.picture', { token })).ok).toBe(true);
  const none = await county.he.call('code.picture', { token: await aToken() });
  expect(none).toMatchObject({ refusal: 'picture_unavailable' });
});
