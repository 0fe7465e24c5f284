/** What a story brought its people: on their lines, on its page, and on the card they show around. */
import { startNovemberRoom, type LedgerRoom } from '../../support/county/ledger-room';

let room: LedgerRoom;
beforeAll(async () => {
  room = await startNovemberRoom();
}, 60_000);
afterAll(() => (room as LedgerRoom | undefined)?.stop());

test('storyEntry.list tells an author what each story brought, and nobody else', async () => {
  const { story } = await room.aPrinted('provincial');
  const silent = await room.aStory();
  const asked = { storyIds: [story.id, silent.id] };
  const { entries } = await room.lin.value('storyEntry.list', asked);
  expect(entries).toMatchObject([{ storyId: story.id, book: 'points', amount: 4000 }]);
  expect(entries[0]?.derivation).toContain('省级');
  expect((await room.zhou.value('storyEntry.list', asked)).entries).toEqual([]);
  const visitor = room.phone('o-visitor-of-entries');
  expect(await visitor.call('storyEntry.list', asked)).toMatchObject({ refusal: 'not_bound' });
});

test("a card shows its person's printings and points to a stranger, and nothing else", async () => {
  const { story } = await room.aPrinted('city');
  const { token } = (
    await room.lin.value('code.make', {
      ...{ kind: 'person', targetId: room.lin.personId, title: null, expiresAt: null },
    })
  ).code;
  const opened = await room.phone('o-stranger-with-card').value('code.open', { token });
  if (opened.shows !== 'card') throw new Error(opened.shows);
  const { titles, ...rest } = opened.card;
  expect(Object.keys(rest).sort()).toEqual(['name', 'points', 'pointsInAll', 'rank', 'unitName']);
  expect(rest).toMatchObject({ name: '林示例', rank: 1 });
  expect(rest.pointsInAll).toBeGreaterThanOrEqual(2000);
  expect(Object.keys(titles[0] ?? {}).sort()).toEqual(['headline', 'outletName', 'printedOn']);
  const text = JSON.stringify(opened);
  for (const hidden of [room.lin.personId, room.lin.openid, story.id, '138']) {
    expect(text).not.toContain(hidden);
  }
});
