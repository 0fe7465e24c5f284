/** What is printed earns points: postings, standings, entries, rankings on the embedded cloud. */
import type { ValueOf } from '../../../cloudfunctions/contract';
import type { Entry } from '../../../cloudfunctions/domain/ledger/entry';
import { newId } from '../../support/county/county';
import { keepAll } from '../../support/cloud/dump';
import { restore } from '../../support/county/furnish';
import { facts } from '../../support/county/printing';
import { startLedgerRoom, stored, type LedgerRoom } from '../../support/county/ledger-room';

let room: LedgerRoom;
beforeAll(async () => {
  room = await startLedgerRoom();
  await keepAll(room.cloud);
});
beforeEach(() => restore(room.cloud));
afterAll(() => (room as LedgerRoom | undefined)?.stop());

const period = { book: null, period: 'all', after: null };
const entriesOf = async (who: LedgerRoom['lin']) =>
  (await who.value('entry.list', { owner: null, ...period })).entries;

test('a verified printing posts points with their derivation, for the author and the unit', async () => {
  const { story, adoptionId } = await room.aPrinted('provincial');
  const [entry] = await entriesOf(room.lin);
  expect(entry).toMatchObject({
    ...{ amount: 4000, book: 'points', causeKind: 'adoption', causeId: adoptionId },
    ...{ storyId: story.id, title: story.headline, occurredOn: '2026-11-21', isReversed: false },
  });
  expect(entry?.derivation).toContain('省级');
  const { standing } = await room.lin.value('standing.show', { owner: null });
  expect(standing.owner).toMatchObject({ kind: 'person', name: '林示例' });
  expect(standing.all).toMatchObject({ points: 4000, rank: 1, toNext: null, yuan: 0 });
  expect(standing.months).toHaveLength(12);
  const board = await room.lin.value('unit.board', { unitId: room.townshipId, period: 'all' });
  expect(board.standing.all).toMatchObject({ points: 4000, yuan: null });
});

test('a later higher printing posts the difference; withdrawn, the runner-up comes back', async () => {
  const { story } = await room.aPrinted('city');
  const higher = await room.print(story, 'provincial');
  expect((await entriesOf(room.lin)).map(({ amount }) => amount)).toEqual([2000, 2000]);
  await room.print(story, 'county');
  expect(await room.pointsOf(room.lin)).toBe(4000);
  await room.withdraw(higher);
  expect(await room.pointsOf(room.lin)).toBe(2000);
});

test('printings of one work verified at once end as if one after the other', async () => {
  const { story } = await room.aPrinted('county');
  const levels = ['city', 'provincial'] as const;
  const ids = await Promise.all(levels.map((level) => room.report(story, level)));
  await Promise.all(ids.map((id, n) => room.verify(id, levels[n] ?? 'city')));
  expect(await room.pointsOf(room.lin)).toBe(4000);
  await expectSound();
});

test('works of one author verified at once all count', async () => {
  const works = [];
  for (let n = 0; n < 8; n += 1) works.push(await room.aPrinted('county'));
  const ids = await Promise.all(works.map(({ story }) => room.report(story, 'city')));
  await Promise.all(ids.map((id) => room.verify(id, 'city')));
  expect(await room.pointsOf(room.lin)).toBe(16_000);
  await expectSound();
});

test('a verification sent again posts nothing more', async () => {
  const { story } = await room.aPrinted('county');
  const adoptionId = await room.report(story, 'city');
  const settled = { adoptionId, version: 1, note: '', ...facts(room.outlets.city) };
  const commandId = newId();
  const answers = await Promise.all(
    [1, 2].map(() => room.zhou.call('adoption.verify', settled, commandId)),
  );
  answers.push(await room.zhou.call('adoption.verify', settled, commandId));
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect((await entriesOf(room.lin)).map(({ amount }) => amount)).toEqual([1000, 1000]);
  await expectSound();
});

test('what falls into a closed month counts in the next one', async () => {
  await room.cloud
    .sdk()
    .database()
    .collection('settings')
    .add({ _id: 'ledger', closedThrough: '2026-11-30', version: 1 });
  await room.aPrinted();
  const [entry] = await entriesOf(room.lin);
  expect(entry).toMatchObject({ occurredOn: '2026-11-21', periodOn: '2026-12-01' });
});

test('a registered fact posts, and takes back when it is withdrawn', async () => {
  const factId = newId();
  await room.zhou.value('fact.register', {
    ...{ factId, kind: 'instruction', title: '县委书记批示', level: 'county' },
    ...{ personId: room.lin.personId, unitId: room.townshipId, quantity: 1, mark: null },
    ...{ occurredOn: '2026-11-20', workId: null, note: '', clipping: null },
  });
  expect(await room.pointsOf(room.lin)).toBe(1500);
  await room.zhou.value('fact.withdraw', { factId, version: 1, note: '登记错了' });
  expect((await entriesOf(room.lin)).map(({ amount }) => amount).sort()).toEqual([-1500, 1500]);
  expect(await room.pointsOf(room.lin)).toBe(0);
});

test('whom the byline names as a journalist has no share of the points', async () => {
  const lin = { personId: room.lin.personId, name: '林示例', part: 'text' as const };
  const press = { ...{ personId: null, name: '孙记者', part: 'text' as const } };
  const alone = await room.aStory({ bylines: [lin, { ...press, isJournalist: true }] });
  const adoptionId = await room.print(alone, 'city');
  expect(await room.pointsOf(room.lin)).toBe(2000);
  const { adoption } = await room.zhou.value('adoption.show', { adoptionId });
  expect(adoption.credits.map(({ isJournalist }) => isJournalist)).toEqual([false, true]);
  const shared = await room.aStory({ bylines: [lin, press] });
  await room.print(shared, 'city');
  expect(await room.pointsOf(room.lin)).toBe(3000);
});

test('points follow the byline that the office finds in a printing', async () => {
  const person = (who: LedgerRoom['lin'], name: string) => ({
    ...{ personId: who.personId, name, part: 'text' as const, isJournalist: false },
  });
  const [lin, xu] = [person(room.lin, '林示例'), person(room.xu, '徐示例')];
  const press = { ...xu, personId: null, name: '孙记者', isJournalist: true };
  const { story, adoptionId: first } = await room.aPrinted('city');
  const adoptionId = await room.report(story, 'provincial');
  const settled = { adoptionId, note: '', ...facts(room.outlets.provincial) };
  const verify = (credits: object[]) =>
    room.zhou.call('adoption.verify', { ...settled, version: 1, credits: credits as [typeof lin] });
  expect(await verify([lin, person(room.zhou, '周示例')])).toMatchObject({
    refusal: 'not_allowed',
  });
  const nobody = { ...xu, personId: newId() };
  expect(await verify([lin, nobody])).toMatchObject({ refusal: 'bylines_invalid' });
  expect(await verify([lin, lin])).toMatchObject({ refusal: 'bylines_invalid' });
  expect(await verify([press, xu, lin])).toMatchObject({ ok: true });
  expect([await room.pointsOf(room.lin), await room.pointsOf(room.xu)]).toEqual([2000, 2000]);
  const [own] = await entriesOf(room.xu);
  expect(own).toMatchObject({ amount: 2000, causeId: adoptionId });
  expect(own?.derivation).toMatch(/40 × 联合署名 ½ = 20/);
  // Whom the printing names sees it; the other printing keeps the byline that was filed.
  expect((await room.xu.value('adoption.show', { adoptionId })).adoption).toMatchObject({
    ...{ credits: [press, xu, lin], creditsAsFiled: [lin] },
  });
  const before = (await room.zhou.value('adoption.show', { adoptionId: first })).adoption;
  expect(before.credits).toEqual([lin]);

  const corrected = { ...settled, version: 2, note: '署名有误' };
  await room.zhou.value('adoption.correct', { ...corrected, credits: [lin, press] });
  expect([await room.pointsOf(room.lin), await room.pointsOf(room.xu)]).toEqual([4000, 0]);
  await expectSound();
});

test("entry.show and entry.list keep another's entries from everybody but office and head", async () => {
  await room.aPrinted();
  const [entry] = await entriesOf(room.lin);
  const entryId = entry?.id ?? '';
  expect((await room.lin.value('entry.show', { entryId })).mayAppeal).toBe(true);
  expect((await room.zhou.value('entry.show', { entryId })).mayAppeal).toBe(false);
  const stranger = await room.member('莫示例');
  const owner = { kind: 'person' as const, id: room.lin.personId };
  expect(await stranger.call('entry.show', { entryId })).toMatchObject({ refusal: 'not_found' });
  const others = await stranger.call('entry.list', { owner, ...period });
  expect(others).toMatchObject({ refusal: 'not_allowed' });
  expect(await stranger.call('standing.show', { owner })).toMatchObject({ refusal: 'not_allowed' });
  expect((await room.zhou.value('standing.show', { owner })).standing.all.points).toBe(2000);
});

test('ranking.list shows the top and my own place; money is for the office', async () => {
  await room.aPrinted();
  const ranked = { kind: 'person' as const, period: 'all', after: null };
  const top = await room.lin.value('ranking.list', { ...ranked, book: 'points' });
  expect(top.lines).toMatchObject([{ rank: 1, amount: 2000, isMine: true }]);
  expect(top.mine).toEqual(top.lines[0]);
  const other = await room.xu.value('ranking.list', { ...ranked, book: 'points' });
  expect(other.mine).toBeNull();
  const money = { ...ranked, book: 'yuan' as const };
  expect(await room.lin.call('ranking.list', money)).toMatchObject({ refusal: 'not_allowed' });
  expect((await room.zhou.value('ranking.list', money)).lines).toEqual([]);
});

test('whoever is renamed is called by the new name in every standing at once', async () => {
  await room.aPrinted();
  await rename('people', room.lin.personId, '林新名');
  await rename('units', room.townshipId, '城关街道');
  const ranked = { period: 'all', book: 'points' as const, after: null };
  const ofPeople = await room.lin.value('ranking.list', { kind: 'person', ...ranked });
  expect(ofPeople.lines[0]?.owner).toMatchObject({ name: '林新名', unitName: '城关街道' });
  expect(ofPeople.mine?.owner.name).toBe('林新名');
  const ofUnits = await room.lin.value('ranking.list', { kind: 'unit', ...ranked });
  expect(ofUnits.lines[0]?.owner).toMatchObject({ name: '城关街道', unitName: '城关街道' });
  const { standing } = await room.lin.value('standing.show', { owner: null });
  expect(standing.owner.name).toBe('林新名');
  const board = await room.lin.value('unit.board', { unitId: room.townshipId, period: 'all' });
  expect(board.standing.owner.name).toBe('城关街道');
  // Entries and standings keep what they were posted with, so that both can be recomputed.
  await expectSound();
});

const rename = (of: 'people' | 'units', id: string, name: string) =>
  room.cloud.sdk().database().collection(of).doc(id).update({ name });

test('ties share a rank across pages of the ranking', async () => {
  await addStandings(120);
  const ranked = { kind: 'person' as const, period: '2025', book: 'points' as const };
  const ranks: (number | null)[] = [];
  let after: string | null = null;
  do {
    const page: ValueOf<'ranking.list'> = await room.lin.value('ranking.list', {
      ...{ ...ranked, after },
    });
    ranks.push(...page.lines.map(({ rank }) => rank));
    after = page.after;
  } while (after !== null);
  // Three of each amount.
  expect(ranks).toEqual(Array.from({ length: 120 }, (_, n) => n - (n % 3) + 1));
});

/** Standings of 2025, three people of each amount. */
async function addStandings(count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, n) => {
    const ownerId = `ranked-${String(n).padStart(3, '0')}`;
    const accountId = `person:${ownerId}:points`;
    return {
      ...{ _id: `2025:${accountId}`, period: '2025', kind: 'person', book: 'points', accountId },
      ...{ ownerId, name: '某示例', unitId: room.townshipId, entryCount: 1 },
      amount: 100_000 - Math.floor(n / 3) * 100,
    };
  });
  await room.cloud.sdk().database().collection('standings').add(lines);
}

/** No chain has a gap, and the audit finds nothing. */
async function expectSound(): Promise<void> {
  const { difference } = await room.he.value('ledger.audit', { after: null });
  expect(difference).toBeNull();
  const entries = await stored<Entry>(room, 'ledger_entries');
  expect(new Set(entries.map(({ hash }) => hash)).size).toBe(entries.length);
}
