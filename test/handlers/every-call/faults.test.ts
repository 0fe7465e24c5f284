/** A few of the failures that faults.long.ts brings about one and all, and failures of other things. */
import { newId } from '../../support/county/county';
import { facts } from '../../support/county/printing';
import { everyFailure } from '../../support/faults/every-failure';
import { startFaultRoom, type FaultRoom } from '../../support/faults/fault-room';
import { aContent, filing, uploadPhoto } from '../../support/county/newsroom';

let room: FaultRoom;
beforeAll(async () => {
  room = await startFaultRoom();
});
afterAll(() => (room as FaultRoom | undefined)?.stop());

test.each([
  ['story.return', 'after', 3],
  ['story.approve', 'before', 4],
  ['code.make', 'killAfter', 3],
] as const)('%s is done once, whatever fails (%s)', async (name, action, step) => {
  const { tried, found } = await everyFailure([room], name, { actions: [action], step });
  expect(found).toEqual([]);
  expect(tried).toBeGreaterThan(1);
});

test.each(['refused', 'first'])('a list of documents within a transaction is %s', async (way) => {
  const [lin, xu] = [room.lin.personId, room.xu.personId];
  const bylines = [
    { personId: lin, name: '林示例', part: 'text' as const },
    { personId: xu, name: '徐示例', part: 'text' as const },
  ];
  const adoptionId = await room.report(await room.aStory({ bylines }), 'city');
  const settled = { adoptionId, version: 1, note: '', ...facts(room.outlets.city) };
  await room.cloud.control('functions', 'reload');
  await room.cloud.control('database', 'lists', { way });
  await room.zhou.value('adoption.verify', settled);
  await room.cloud.control('database', 'lists', { way: 'taken' });
  const entries = room.cloud.sdk().database().collection('ledger_entries');
  const { data } = await entries.where({ causeId: adoptionId }).get();
  const owners = (data as { ownerKey: string }[]).map(({ ownerKey }) => ownerKey);
  expect(owners).toEqual(expect.arrayContaining([`person:${lin}`, `person:${xu}`]));
});

test('a storage that fails to copy a photo is no lost photo: it is copied again at once', async () => {
  const photo = await uploadPhoto(room, room.lin, newId());
  const content = aContent({ photos: [photo] });
  const input = filing({ storyId: newId(), unitId: room.townshipId, content });
  const data = { copy_list: [{ code: 'STORAGE_REQUEST_FAIL' }] };
  await room.cloud.control('storage', 'fail', { nth: 1, action: 'answer', data });
  expect(await room.lin.call('story.file', input)).toMatchObject({ ok: true });
  const { state, content: kept } = await room.show(room.lin, input.storyId);
  expect([state, (await fetch(kept.photos[0]?.url ?? '')).status]).toEqual(['in_review', 200]);
});

test('a clock that jumps a day ahead and an hour back leaves nothing stuck', async () => {
  const hourMs = 3_600_000;
  const jump = (ms: number) => room.cloud.control('clock', 'advance', { ms });
  const { id: storyId } = await room.aStory();
  const approve = async (phone: FaultRoom['zhou'], isCleared: boolean) => {
    const { version } = await room.show(phone, storyId);
    return phone.value('story.approve', { storyId, version, note: '', isCleared });
  };
  await room.zhou.value('story.claim', { storyId });
  await jump(24 * hourMs);
  await approve(room.zhou, false);
  await jump(-hourMs);
  await approve(room.xu, false);
  await jump(-hourMs);
  expect((await approve(room.wu, true)).story.state).toBe('signed_off');
  await room.cloud.control('clock', 'real');
  await jump(2 * 24 * hourMs);
  await room.tick();
  const [message] = await room.messagesOf(storyId);
  expect(message).toMatchObject({ state: 'delivered', lease: null });
  await room.cloud.control('clock', 'real');
  const next = await room.aStory();
  const { story } = await room.zhou.value('story.claim', { storyId: next.id });
  expect(story.checks).toMatchObject([{ verdict: 'pass' }]);
});
