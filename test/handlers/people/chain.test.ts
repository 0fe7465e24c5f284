import type { InputOf } from '../../../cloudfunctions/contract';
import { newId } from '../../support/county/county';
import { startNewsroom, type Newsroom } from '../../support/county/newsroom';

let room: Newsroom;

beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

type Chain = InputOf<'chain.change'>;
type Stage = Chain['stages'][number];

const signOff: Stage = {
  ...{ name: '签发', kind: 'review', duty: 'leader' },
  ...{ stage: null, limitHours: 24, maySkip: false },
};

const aChain = (change: Partial<Chain> = {}): Chain => ({
  chainId: newId(),
  version: 0,
  kinds: ['photo_story'],
  unitKinds: [],
  stages: [signOff],
  ...change,
});

test('a chain holds for new filings; a story under way keeps the stages it was filed with', async () => {
  const before = await room.aStory();
  const chain = aChain({ kinds: ['news'], unitKinds: ['township_office'] });
  expect(await room.he.value('chain.change', chain)).toMatchObject({ chain: { version: 1 } });
  const after = await room.aStory({ headline: '另一篇消息' });
  expect(after.stageName).toBe('签发');
  expect((await room.show(room.lin, before.id)).stageName).toBe('初审');
});

test('chain.list answers every chain and the usual stages', async () => {
  const chain = aChain({ kinds: ['feature'], unitKinds: ['studio'] });
  await room.he.value('chain.change', chain);
  const { chains, usual } = await room.he.value('chain.list', {});
  const { chainId, version, ...fields } = chain;
  expect(chains).toContainEqual({ id: chainId, ...fields, version: version + 1 });
  expect(usual.map(({ name }) => name)).toEqual(['初审', '复审', '终审签发']);
});

test('a chain is replaced whole, and only from the version that was seen', async () => {
  const chain = aChain({ kinds: ['research_report'] });
  await room.he.value('chain.change', chain);
  const second: Stage = { ...signOff, name: '复审', duty: 'reviewer', stage: 2, maySkip: true };
  const wider = { ...chain, version: 1, stages: [second, signOff] };
  expect(await room.he.value('chain.change', wider)).toMatchObject({
    chain: { version: 2, stages: [second, signOff] },
  });
  expect(await room.he.call('chain.change', { ...chain, version: 1 })).toMatchObject({
    refusal: 'changed_meanwhile',
  });
  expect(await room.he.call('chain.change', aChain({ version: 3 }))).toMatchObject({
    refusal: 'not_found',
  });
});

test('two chains equally narrow for one filing are refused, even when made at once', async () => {
  const chains = [aChain({ kinds: ['video', 'tip'] }), aChain({ kinds: ['video'] })];
  const answers = await Promise.all(chains.map((chain) => room.he.call('chain.change', chain)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const third = await room.he.call('chain.change', aChain({ kinds: ['video'] }));
  expect(third).toMatchObject({ refusal: 'chain_taken' });
  const narrower = aChain({ kinds: ['video'], unitKinds: ['room'] });
  expect(await room.he.call('chain.change', narrower)).toMatchObject({ ok: true });
});

test.each<[string, Stage[], string]>([
  ['a reviewer without a number', [{ ...signOff, duty: 'reviewer' }], 'stage_missing'],
  ['a leader with a number', [{ ...signOff, stage: 2 }], 'stage_missing'],
  ['a sign-off that may be skipped', [{ ...signOff, maySkip: true }], 'last_stage_skipped'],
  ['no stage', [], 'input_invalid'],
  ['five stages', Array<Stage>(5).fill(signOff), 'input_invalid'],
  ['no time at all', [{ ...signOff, limitHours: 0 }], 'input_invalid'],
])('%s is refused', async (_what, stages, refusal) => {
  const chain = aChain({ kinds: ['duty_story'], stages });
  expect(await room.he.call('chain.change', chain)).toMatchObject({ refusal });
});

test('chain.remove takes a chain away once, from the version that was seen', async () => {
  const chain = aChain({ kinds: ['public_opinion'] });
  await room.he.value('chain.change', chain);
  const { chainId } = chain;
  expect(await room.he.call('chain.remove', { chainId, version: 4 })).toMatchObject({
    refusal: 'changed_meanwhile',
  });
  await room.he.value('chain.remove', { chainId, version: 1 });
  expect(await room.he.call('chain.remove', { chainId, version: 1 })).toMatchObject({
    refusal: 'not_found',
  });
  const { chains } = await room.he.value('chain.list', {});
  expect(chains.map(({ id }) => id)).not.toContain(chainId);
});

test('only an administrator reads, changes or removes chains', async () => {
  const chain = aChain({ kinds: ['news'] });
  const remove = { chainId: chain.chainId, version: 1 };
  for (const phone of [room.lin, room.zhou, room.wu, room.phone('o-visitor-chain')]) {
    const answers = [
      await phone.call('chain.list', {}),
      await phone.call('chain.change', chain),
      await phone.call('chain.remove', remove),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ refusal: 'not_allowed' });
  }
});
