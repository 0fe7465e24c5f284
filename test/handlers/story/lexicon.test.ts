import { startNewsroom, type Newsroom } from '../../support/county/newsroom';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

const huxi = { word: '壶溪', sort: 'wrong' as const, right: '湖溪', why: '镇名' };

const advise = (body: string) =>
  room.lin.value('draft.advise', {
    ...{ kind: 'news', headline: '', body, unitId: room.townshipId, storyId: null },
  });

test('lexicon.change puts words in, corrects and drops them, and every advice follows', async () => {
  const before = await room.zhou.value('lexicon.list', {});
  expect(before.words.every(({ isDefault }) => isDefault)).toBe(true);
  const changed = await room.zhou.value('lexicon.change', { put: [huxi], drop: ['村长'] });
  expect(changed.words[0]).toEqual({ ...huxi, isDefault: false });
  expect(changed.words.map(({ word }) => word)).not.toContain('村长');
  const { words } = await advise('壶溪村长');
  expect(words.map(({ word }) => word)).toEqual(['壶溪']);
  await room.he.value('lexicon.change', { put: [], drop: ['壶溪'] });
  expect((await advise('壶溪')).words).toEqual([]);
});

test('lexicon.list and lexicon.change are for the publicity office and administrators', async () => {
  const change = { put: [huxi], drop: [] };
  for (const phone of [room.lin, room.xu, room.wu]) {
    expect(await phone.call('lexicon.list', {})).toMatchObject({ refusal: 'not_allowed' });
    expect(await phone.call('lexicon.change', change)).toMatchObject({ refusal: 'not_allowed' });
  }
});

test('a wrong word without a right one, or a sensitive one without a reason, is refused', async () => {
  const wrong = { ...huxi, right: null };
  const sensitive = { ...huxi, sort: 'sensitive' as const, right: null, why: '' };
  for (const word of [wrong, sensitive, { ...huxi, right: huxi.word }]) {
    const answer = await room.zhou.call('lexicon.change', { put: [word], drop: [] });
    expect(answer).toMatchObject({ refusal: 'lexicon_word_invalid' });
  }
});

test('a lexicon takes a thousand changes and no more', async () => {
  const put = (from: number) =>
    Array.from({ length: 100 }, (_, place) => ({ ...huxi, word: `错${from + place}` }));
  let refusal: unknown;
  for (let from = 0; from < 1100 && refusal === undefined; from += 100) {
    const answer = await room.zhou.call('lexicon.change', { put: put(from), drop: [] });
    if (!answer.ok) refusal = answer.refusal;
  }
  expect(refusal).toBe('lexicon_full');
  expect((await room.zhou.value('lexicon.list', {})).words.length).toBeGreaterThan(900);
});
