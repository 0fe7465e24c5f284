import { leaveBootstrapCode } from '../../../local/seed/bootstrap';
import type { RunningCloud } from '../../support/cloud/cloud';
import { newId, phoneOf, startProductCloud, type Phone } from '../../support/county/county';
import { keepAll } from '../../support/cloud/dump';
import { restore } from '../../support/county/furnish';

let cloud: RunningCloud;
let he: Phone;
let code: string;

beforeAll(async () => {
  cloud = await startProductCloud();
  code = (await leaveBootstrapCode(cloud.base, Date.now())) ?? '';
  he = phoneOf(cloud, 'o-he-administrator');
  await keepAll(cloud);
});
beforeEach(() => restore(cloud));
// Undefined where it never started.
afterAll(() => (cloud as RunningCloud | undefined)?.stop());

const organ = { name: '示例县政协', kind: 'cppcc' as const };
const founding = () => ({ code, organ, administratorName: ' 何示例 ' });

test('organ.found sets up the organ, and session.open then knows it and its administrator', async () => {
  const before = await he.value('session.open', {});
  const uploadFolder = `incoming/${he.openid}`;
  expect(before).toEqual({ organ: null, person: null, uploadFolder, now: expect.any(Number) });
  expect(Math.abs(before.now - Date.now())).toBeLessThan(60_000);
  await he.value('organ.found', { ...founding(), code: code.toLowerCase().replaceAll('-', ' ') });
  const session = await he.value('session.open', {});
  expect(session.organ).toEqual(organ);
  expect(session.person).toMatchObject({ name: '何示例', duties: [{ duty: 'administrator' }] });
});

test('a visitor sees the organ and nobody', async () => {
  await he.value('organ.found', founding());
  const visitor = phoneOf(cloud, 'o-some-visitor');
  expect(await visitor.value('session.open', {})).toMatchObject({ organ, person: null });
});

test('the same founding sent twice is done once and answers the same', async () => {
  const commandId = newId();
  const first = await he.call('organ.found', founding(), commandId);
  expect(first.ok).toBe(true);
  expect(await he.call('organ.found', founding(), commandId)).toEqual(first);
  const { units } = await he.value('unit.list', {});
  expect(units).toHaveLength(1);
});

test('of two who found with the same code at once one wins and the other is told', async () => {
  const wu = phoneOf(cloud, 'o-wu-leader-0001');
  const answers = await Promise.all([
    he.call('organ.found', founding()),
    wu.call('organ.found', founding()),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const [lost] = answers.filter((answer) => !answer.ok);
  expect(['changed_meanwhile', 'organ_exists', 'code_wrong']).toContain(
    lost && 'refusal' in lost && lost.refusal,
  );
  const loser = answers[0].ok ? wu : he;
  expect((await loser.value('session.open', {})).person).toBeNull();
});

test('a wrong code founds nothing, and the eleventh is not even looked at', async () => {
  const wrong = { ...founding(), code: '2222-2222-2222-2222-2222' };
  for (let attempt = 0; attempt < 10; attempt += 1) {
    expect(await he.call('organ.found', wrong)).toEqual({ ok: false, refusal: 'code_wrong' });
  }
  expect(await he.call('organ.found', founding())).toEqual({
    ok: false,
    refusal: 'too_many_attempts',
  });
});

test('a code is refused a month later', async () => {
  await cloud.control('clock', 'advance', { ms: 31 * 24 * 60 * 60 * 1000 });
  expect(await he.call('organ.found', founding())).toEqual({ ok: false, refusal: 'code_expired' });
});

test.each([
  ['an operator', { $ne: '' }],
  ['a number', 7],
  ['nothing', undefined],
  ['a name of 41 characters', '长'.repeat(41)],
  ['blanks only', '   '],
])('a name that is %s is refused with the place it stands at', async (_what, name) => {
  const input = { ...founding(), organ: { name, kind: 'cppcc' } };
  const answer = await he.call('organ.found', input as ReturnType<typeof founding>);
  expect(answer).toMatchObject({
    refusal: 'input_invalid',
    detail: [{ path: 'organ.name' }],
  });
});
