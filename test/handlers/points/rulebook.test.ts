import type { InputOf } from '../../../cloudfunctions/contract';
import { newId } from '../../support/county/county';
import type { TrialPart } from '../../../cloudfunctions/store/collections/trials';
import { keepAll } from '../../support/cloud/dump';
import { restore } from '../../support/county/furnish';
import { stored } from '../../support/county/ledger-room';
import { startNewsroom, type Newsroom } from '../../support/county/newsroom';
import { tried } from '../../support/domain/trial';

let room: Newsroom;

beforeAll(async () => {
  room = await startNewsroom();
  await keepAll(room.cloud);
});
beforeEach(() => restore(room.cloud));
// Undefined where it never started.
afterAll(() => (room as Newsroom | undefined)?.stop());

type Rulebook = InputOf<'rulebook.draft'>['rulebook'];

async function aPreset(key = 'county'): Promise<Rulebook> {
  return (await room.zhou.value('rulebook.show', { which: 'preset', key })).rulebook;
}

const keep = (rulebook: Rulebook, draftVersion = 0) =>
  room.zhou.call('rulebook.draft', { draftVersion, rulebook });

test('rulebook.presets names tables to start from, and rulebook.show gives one whole from today', async () => {
  const { presets } = await room.zhou.value('rulebook.presets', {});
  expect(presets.map(({ key }) => key)).toEqual(expect.arrayContaining(['county', 'renshe']));
  const { rulebook, draftVersion } = await room.zhou.value('rulebook.show', {
    ...{ which: 'preset', key: 'anlong' },
  });
  expect(draftVersion).toBe(0);
  expect(rulebook.effectiveFrom > '2026-01-01').toBe(true);
  for (const key of ['none', 'toString']) {
    const answer = await room.zhou.call('rulebook.show', { which: 'preset', key });
    expect(answer).toMatchObject({ refusal: 'not_found' });
  }
});

test('a draft is kept whole, from the version that was seen, and is not in force', async () => {
  const rulebook = await aPreset();
  expect(await keep(rulebook)).toMatchObject({ value: { draftVersion: 1 } });
  expect(await keep(rulebook)).toMatchObject({ refusal: 'changed_meanwhile' });
  const renamed = { ...rulebook, name: '2027年积分办法' };
  expect(await keep(renamed, 1)).toMatchObject({ value: { draftVersion: 2 } });
  expect(await room.he.value('rulebook.show', { which: 'draft' })).toEqual({
    ...{ rulebook: renamed, draftVersion: 2 },
  });
  const { versions, draft } = await room.zhou.value('rulebook.list', {});
  expect(versions).toEqual([]);
  expect(draft).toMatchObject({ version: 2, name: '2027年积分办法', by: '周示例' });
});

test('a rulebook that does not hold together is refused with the rule and the reason', async () => {
  const rulebook = await aPreset();
  const [first, ...others] = rulebook.rules;
  if (!first) throw new Error('the preset has rules');
  const twice = { ...rulebook, rules: [first, first, ...others] };
  expect(await keep(twice)).toMatchObject({
    ...{ refusal: 'rulebook_invalid', detail: { problem: 'id_twice', rule: first.name } },
  });
  const halves = { ...rulebook, rules: [{ ...first, shares: [] }] };
  expect(await keep(halves)).toMatchObject({ refusal: 'input_invalid' });
});

test('put in force, a draft becomes a version that the next one cannot reach back behind', async () => {
  const rulebook = await aPreset();
  await keep({ ...rulebook, effectiveFrom: '2026-01-01' });
  const enacted = await room.zhou.value('rulebook.enact', { draftVersion: 1 });
  expect(enacted).toEqual({ version: 1 });
  const { versions, draft } = await room.zhou.value('rulebook.list', {});
  expect(versions).toMatchObject([
    { version: 1, effectiveFrom: '2026-01-01', enactedBy: '周示例' },
  ]);
  expect(draft).toBeNull();
  expect(await room.zhou.call('rulebook.enact', { draftVersion: 1 })).toMatchObject({
    refusal: 'not_found',
  });
  await keep({ ...rulebook, effectiveFrom: '2026-01-01' });
  expect(await room.zhou.call('rulebook.enact', { draftVersion: 1 })).toMatchObject({
    refusal: 'rulebook_too_early',
  });
  expect(await room.zhou.call('rulebook.enact', { draftVersion: 7 })).toMatchObject({
    refusal: 'changed_meanwhile',
  });
});

test('a later version begins after today, however little is posted yet', async () => {
  const rulebook = await aPreset();
  await keep({ ...rulebook, effectiveFrom: '2026-01-01' });
  await room.zhou.value('rulebook.enact', { draftVersion: 1 });
  const today = rulebook.effectiveFrom;
  await keep({ ...rulebook, effectiveFrom: today });
  expect(await room.zhou.call('rulebook.enact', { draftVersion: 1 })).toMatchObject({
    refusal: 'rulebook_too_early',
  });
  const { effectiveFrom } = await aPreset();
  expect(effectiveFrom > today).toBe(true);
  await keep({ ...rulebook, effectiveFrom: '2999-01-01' }, 1);
  expect(await room.zhou.value('rulebook.enact', { draftVersion: 2 })).toEqual({ version: 2 });
});

test('rulebook.read gives everybody what is or was in force, and nothing of drafts or their authors', async () => {
  const { lin } = room;
  const nothing = { versions: [], shown: null };
  expect(await lin.value('rulebook.read', { version: null })).toEqual(nothing);
  const { books, rules, periodRules, ...preset } = await aPreset();
  const written = (name: string, effectiveFrom: string) => ({
    ...{ ...preset, books, rules, periodRules, name, effectiveFrom },
  });
  const first = written('第一版', '2026-01-01');
  await keep(first);
  expect(await lin.value('rulebook.read', { version: null })).toEqual(nothing);
  await room.zhou.value('rulebook.enact', { draftVersion: 1 });
  const now = { version: 1, name: '第一版', effectiveFrom: '2026-01-01' };
  const shown = { version: 1, rulebook: first };
  await keep(written('第二版', '2999-01-01'));
  await room.zhou.value('rulebook.enact', { draftVersion: 1 });
  await keep(written('草稿', '2999-02-01'));
  for (const version of [null, 1]) {
    expect(await lin.value('rulebook.read', { version })).toEqual({ versions: [now], shown });
  }
  for (const version of [2, 3]) {
    const answer = await lin.call('rulebook.read', { version });
    expect(answer).toMatchObject({ refusal: 'not_found' });
  }
  await room.cloud.control('clock', 'set', { at: Date.parse('2999-01-01T00:00:00+08:00') });
  const later = await lin.value('rulebook.read', { version: null });
  expect(later).toMatchObject({ versions: [{ version: 2 }, now], shown: { version: 2 } });
  expect(await lin.value('rulebook.read', { version: 1 })).toMatchObject({ shown });
});

test('of two who put the draft in force at once, one wins', async () => {
  await keep(await aPreset());
  const answers = await Promise.all(
    [room.zhou, room.he].map((phone) => phone.call('rulebook.enact', { draftVersion: 1 })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('rulebook.try replays a period step by step: who would have how much more, who most first', async () => {
  const county = await aPreset();
  await keep({ ...county, effectiveFrom: '2026-01-01' });
  await room.zhou.value('rulebook.enact', { draftVersion: 1 });
  await keep(await aPreset('renshe'));
  await printed('2026-10-15', 120);
  const { trial, moves } = await tried(room.zhou, '2026-10');
  expect(trial).toMatchObject({ isDone: true, works: 120, facts: 0, at: null, places: 1 });
  const sizes = moves.map(({ before, after }) => Math.abs(after - before));
  expect(sizes).toEqual([...sizes].sort((one, two) => two - one));
  expect(trial.moved).toBe(sizes.filter((size) => size > 0).length);
  const points = moves.find(({ kind, book }) => kind === 'person' && book === 'points');
  expect(points).toMatchObject({ name: '林示例', before: 120 * 2000, after: 120 * 600 });
  // Nothing but the result is kept.
  const parts = await stored<TrialPart>(room, 'trial_parts');
  expect(parts.map(({ _id }) => _id)).toEqual([`${trial.id}:moves:0`]);
});

test('rulebook.try: a work brings a period only what it adds, and the printing its author chose', async () => {
  const [early, late] = ['2026-09-20', '2026-10-15'];
  await outlet('city');
  await outlet('provincial');
  const work = { id: newId(), headline: '两次采用' };
  await printing('provincial', early, work);
  const lateId = await printing('city', late, work);
  const preset = await aPreset();
  const points = preset.rules.filter(({ id }) => id === 'points');
  const draft = { ...preset, periodRules: [], rules: points };
  await keep(draft);
  // The higher one is of September, so October adds nothing.
  const october = await tried(room.zhou, '2026-10');
  expect(october).toMatchObject({ trial: { works: 1 }, moves: [] });
  const chosen = points.map((rule) => ({ ...rule, choice: { kind: 'author' as const } }));
  await keep({ ...draft, rules: chosen }, 1);
  const family = { _id: work.id, posted: [], chosenAdoptionId: lateId, version: 1 };
  await room.cloud.sdk().database().collection('families').add(family);
  const { moves } = await tried(room.zhou, '2026-10');
  // City 10 in place of provincial 20, which stood at the end of September.
  expect(moves.map(({ kind, after }) => [kind, after])).toEqual([
    ['person', -1000],
    ['unit', -1000],
  ]);
});

test('a dry run goes on where it was left, counts a doubled step once, and begins anew under another draft', async () => {
  const preset = await aPreset();
  await keep(preset);
  await printed('2026-10-15', 3);
  const refusal = async (run: { id: string; step: number } | null) =>
    (await room.zhou.call('rulebook.try', { period: '2026-10', run })) as { refusal?: string };
  // Never begun, or another's: there is nothing to show.
  expect(await room.he.value('trial.show', { page: 0 })).toEqual({ trial: null, moves: [] });
  const { trial: begun } = await room.zhou.value('rulebook.try', { period: '2026Q4', run: null });
  const { trial: shown } = await room.zhou.value('trial.show', { page: 0 });
  expect(shown).toEqual(begun);
  const run = { id: begun.id, step: begun.step };
  const answers = await Promise.all(
    [1, 2, 3].map(() => room.zhou.value('rulebook.try', { period: '2026Q4', run })),
  );
  const { trial: own } = await room.he.value('rulebook.try', { period: '2026-10', run: null });
  expect(own.id).not.toBe(begun.id);
  for (const { trial } of answers) expect(trial).toMatchObject({ id: begun.id, works: 3 });
  await keep({ ...preset, name: '改过的办法' }, 1);
  expect((await room.zhou.value('trial.show', { page: 0 })).trial).toMatchObject({ isStale: true });
  const { trial: anew } = await room.zhou.value('rulebook.try', { period: '2026Q4', run });
  expect(anew).toMatchObject({ isStale: false, period: '2026Q4' });
  expect(anew.id).not.toBe(begun.id);
  // What was kept of the former one is gone, and of 何's nothing.
  const parts = await stored<TrialPart>(room, 'trial_parts');
  expect(new Set(parts.map(({ runId }) => runId))).toEqual(new Set([anew.id, own.id]));
  const other = { id: 'another-phones-run', step: 1 };
  expect(await refusal(other)).toMatchObject({ refusal: 'changed_meanwhile' });
  const twoDays = 2 * 24 * 60 * 60 * 1000;
  await room.cloud.control('clock', 'advance', { ms: twoDays });
  expect(await room.zhou.value('trial.show', { page: 0 })).toMatchObject({ trial: null });
  await tried(room.he, '2026-10');
  expect(await stored(room, 'rulebook_trials')).toHaveLength(1);
  await room.zhou.value('rulebook.enact', { draftVersion: 2 });
  expect(await refusal(null)).toMatchObject({ refusal: 'not_found' });
});

/** So many works of 林, each printed once by a provincial paper on that day. */
async function printed(printedOn: string, count: number): Promise<void> {
  await outlet('provincial');
  for (let n = 0; n < count; n += 1) {
    await printing('provincial', printedOn, { id: newId(), headline: `稿件${n}` });
  }
}

type Level = 'provincial' | 'city';

async function outlet(level: Level): Promise<void> {
  await room.cloud
    .sdk()
    .database()
    .collection('outlets')
    .add({
      ...{ _id: level, name: '示例日报', aliases: [], channelIds: [], isClosed: false, version: 1 },
      terms: [{ level, outletClass: 'paper', group: null, since: '2020-01-01', until: null }],
    });
}

async function printing(
  level: Level,
  printedOn: string,
  work: { id: string; headline: string },
): Promise<string> {
  const id = newId();
  const credit = { personId: room.lin.personId, name: '林示例', part: 'text', isJournalist: false };
  await room.cloud
    .sdk()
    .database()
    .collection('adoptions')
    .add({
      ...{ _id: id, state: 'verified', outletId: level, outletName: '示例日报', printedOn },
      work: {
        ...{ ...work, storyId: null, storyNumber: null, kind: 'news', column: null },
        ...{ unitId: room.townshipId, credits: [credit], photoCount: 0 },
      },
      ...{ position: 'other', genre: 'news', mode: 'single', words: 800, durationSeconds: null },
      ...{ feeFen: null, metrics: [], verifiedOn: printedOn, countsOn: printedOn, version: 1 },
      reportedAt: Date.parse(`${printedOn}T08:00:00Z`),
    });
  return id;
}

test('rulebooks are the publicity office’s and the administrators’', async () => {
  for (const phone of [room.lin, room.xu, room.wu]) {
    expect(await phone.call('rulebook.list', {})).toMatchObject({ refusal: 'not_allowed' });
  }
  expect(await room.phone('o-visitor').call('rulebook.list', {})).toMatchObject({
    refusal: 'not_bound',
  });
});
