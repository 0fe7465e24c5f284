/** The author's choice among the printings of a work, and the points that move with it. */
import {
  byLevel,
  startLedgerRoom,
  stored,
  type LedgerRoom,
} from '../../support/county/ledger-room';
import type { Entry, Family } from '../../../cloudfunctions/domain/ledger/entry';
import { facts } from '../../support/county/printing';

let room: LedgerRoom;
beforeAll(async () => {
  room = await startLedgerRoom();
}, 60_000);
afterAll(() => (room as LedgerRoom | undefined)?.stop());

/** From now on the rule leaves it to the author. */
async function leaveToAuthor(): Promise<void> {
  const rules = byLevel.rules.map((rule) => ({ ...rule, choice: { kind: 'author' as const } }));
  const version = { ...byLevel, version: 2, rules };
  await room.cloud
    .sdk()
    .database()
    .collection('rulebooks')
    .add({ _id: 'office:2', ...version });
}

const choose = (adoptionId: string, who = room.lin) => who.call('adoption.choose', { adoptionId });
const choiceOf = async (storyId: string, who = room.lin) => (await room.show(who, storyId)).choice;

test('where no rule leaves it to the author nothing can be chosen', async () => {
  const { story, adoptionId } = await room.aPrinted('city');
  await room.print(story, 'provincial');
  expect(await choiceOf(story.id)).toBeNull();
  expect(await choose(adoptionId)).toMatchObject({ refusal: 'choice_not_given' });
});

test('the chosen printing counts, the difference is posted, and another choice moves it again', async () => {
  await leaveToAuthor();
  const before = await room.pointsOf(room.lin);
  const { story, adoptionId: city } = await room.aPrinted('city');
  expect(await choose(city)).toMatchObject({ refusal: 'choice_not_given' });
  const provincial = await room.print(story, 'provincial');
  expect(await room.pointsOf(room.lin)).toBe(before + 4000);
  expect(await choiceOf(story.id)).toEqual({ chosenId: null });

  expect(await choose(city)).toMatchObject({ ok: true, value: { chosenId: city } });
  expect(await room.pointsOf(room.lin)).toBe(before + 2000);
  expect(await choiceOf(story.id)).toEqual({ chosenId: city });
  const { timeline } = (await room.zhou.value('adoption.show', { adoptionId: city })).adoption;
  expect(timeline).toContainEqual(
    expect.objectContaining({ kind: 'adoption_chosen', byName: '林示例' }),
  );

  expect(await choose(provincial)).toMatchObject({ ok: true });
  expect(await room.pointsOf(room.lin)).toBe(before + 4000);
  const families = await stored<Family>(room, 'families');
  expect(families.find(({ _id }) => _id === story.id)?.chosenAdoptionId).toBe(provincial);
});

test('what was chosen holds when more is verified, and falls with its own withdrawal', async () => {
  const before = await room.pointsOf(room.lin);
  const { story, adoptionId: county } = await room.aPrinted('county');
  await room.print(story, 'city');
  await choose(county);
  await room.print(story, 'provincial');
  expect(await room.pointsOf(room.lin)).toBe(before + 1000);
  await room.withdraw(county);
  expect(await room.pointsOf(room.lin)).toBe(before + 4000);
  expect(await choiceOf(story.id)).toEqual({ chosenId: null });
  expect(await choose(county)).toMatchObject({ refusal: 'adoption_not_verified' });
});

test('a correction takes the choice along to where the printing stands then', async () => {
  const before = await room.pointsOf(room.lin);
  const { story, adoptionId: city } = await room.aPrinted('city');
  await room.print(story, 'provincial');
  await choose(city);
  const right = facts(room.outlets.city, { position: 'page_lead' });
  const corrected = { adoptionId: city, version: 2, note: '是版面头条', ...right };
  const { adoption } = await room.zhou.value('adoption.correct', corrected);
  expect(adoption.id).not.toBe(city);
  expect(await choiceOf(story.id)).toEqual({ chosenId: adoption.id });
  expect(await room.pointsOf(room.lin)).toBe(before + 2000);
});

test('when the chosen one is withdrawn the author is asked again, and the entry says so', async () => {
  const { story, adoptionId: county } = await room.aPrinted('county');
  await room.print(story, 'city');
  await room.print(story, 'provincial');
  await choose(county);
  await room.withdraw(county);
  expect(await choiceOf(story.id)).toEqual({ chosenId: null });
  const entries = await stored<Entry>(room, 'ledger_entries');
  const last = entries
    .filter(({ workId, ownerKey }) => workId === story.id && ownerKey.startsWith('person'))
    .sort((one, two) => one.sequence - two.sequence)
    .at(-1);
  expect(last?.derivation).toContain('（同稿 2 次采用待作者选定，暂取最高）');
});

test('nobody chooses for the author', async () => {
  const { story, adoptionId } = await room.aPrinted('city');
  await room.print(story, 'provincial');
  expect(await choiceOf(story.id, room.zhou)).toBeNull();
  expect(await choose(adoptionId, room.zhou)).toMatchObject({ refusal: 'not_allowed' });
  expect(await choose('0'.repeat(32))).toMatchObject({ refusal: 'not_found' });
});

test('the audit derives a choice from who chose when, wherever the printing stands by now', async () => {
  const sentence = async () =>
    (await room.he.value('ledger.audit', { after: null })).difference?.sentence ?? 'sound';
  const { story, adoptionId: city } = await room.aPrinted('city');
  const provincial = await room.print(story, 'provincial');
  await choose(provincial);
  await choose(city);
  expect(await sentence()).toBe('sound');
  const family = room.cloud.sdk().database().collection('families').doc(story.id);
  await family.update({ chosenAdoptionId: provincial });
  expect(await sentence()).toContain('与作者最后一次选定的记录不一致');
  await family.update({ chosenAdoptionId: null });
  expect(await sentence()).toContain('与作者最后一次选定的记录不一致');
  await family.update({ chosenAdoptionId: city });
  expect(await sentence()).toBe('sound');
  // What ends a choice leaves the family without one, and the history says so.
  await room.withdraw(city);
  expect(await sentence()).toBe('sound');
});
