/** The author's choice among the printings of a work, and the points that move with it. */
import { byLevel, startLedgerRoom, stored, type LedgerRoom } from '../support/ledger-room';
import type { Family } from '../../cloudfunctions/domain/ledger/entry';

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

test('nobody chooses for the author', async () => {
  const { story, adoptionId } = await room.aPrinted('city');
  await room.print(story, 'provincial');
  expect(await choiceOf(story.id, room.zhou)).toBeNull();
  expect(await choose(adoptionId, room.zhou)).toMatchObject({ refusal: 'not_allowed' });
  expect(await choose('0'.repeat(32))).toMatchObject({ refusal: 'not_found' });
});
