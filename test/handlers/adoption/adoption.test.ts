import { newId, type Phone } from '../../support/county/county';
import { startNewsroom, upload, uploadPhoto, type Newsroom } from '../../support/county/newsroom';
import { addOutlet, aReport, aReported, facts, showAdoption } from '../../support/county/printing';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
// Undefined where it never started.
afterAll(() => (room as Newsroom | undefined)?.stop());

const clippingOf = async (phone: Newsroom['lin'], text: string) => {
  const { sha256, bytes } = await uploadPhoto(room, phone, text);
  return { sha256, bytes, ext: 'jpg' as const };
};

test('adoption.report of a story shows on its page, with link and clipping, as reported', async () => {
  const outletId = await addOutlet(room, { name: '示例晚报', level: 'provincial' });
  const clipping = await clippingOf(room.lin, 'clipping');
  const { story } = await aReported(room, outletId, { clipping });
  const { adoptions } = await room.show(room.lin, story.id);
  expect(adoptions).toMatchObject([
    {
      ...{ outletName: '示例晚报', level: 'provincial', printedOn: '2026-11-21' },
      ...{ position: 'front', state: 'reported', headlineAsPrinted: '老街路灯亮了' },
      ...{ url: 'https://example.cn/1', isAfterKill: false, stoppedWhy: '' },
    },
  ]);
  const shown = await (await fetch(adoptions[0]?.clippingUrl ?? '')).arrayBuffer();
  expect(Buffer.from(shown).toString('latin1')).toContain('clipping');
});

test('an outlet named in words is found by name or alias, or waits without a level', async () => {
  const outletId = await addOutlet(room, { name: '示例商报', aliases: ['商报'] });
  const { story } = await aReported(room, null, { outletName: '《商报》' });
  await room.lin.value('adoption.report', aReport(story.id, null, { outletName: '没有的报' }));
  const { adoptions } = await room.lin.value('adoption.list', {
    ...{ storyId: story.id, state: 'reported', after: null },
  });
  expect(adoptions.map(({ outletName, level }) => [outletName, level]).sort()).toEqual([
    ['没有的报', null],
    ['示例商报', 'city'],
  ]);
  const again = await room.lin.value('adoption.report', aReport(story.id, outletId));
  expect(adoptions.map(({ id }) => id)).toContain(again.adoptionId);
});

test('every further report of one printing joins it, also two at once', async () => {
  const outletId = await addOutlet(room);
  const { story, adoptionId } = await aReported(room, outletId);
  const urls = ['https://example.cn/2', 'https://example.cn/3'];
  const answers = await Promise.all(
    urls.map((url) => room.lin.value('adoption.report', aReport(story.id, outletId, { url }))),
  );
  expect(answers.map((one) => one.adoptionId)).toEqual([adoptionId, adoptionId]);
  const { evidence, timeline } = await showAdoption(room.zhou, adoptionId);
  expect(evidence.map(({ url }) => url).sort()).toEqual(['https://example.cn/1', ...urls]);
  expect(timeline.map(({ kind }) => kind)).toEqual([
    ...['adoption_reported', 'evidence_added', 'evidence_added'],
  ]);
  // The very same report says nothing new.
  await room.lin.value('adoption.report', aReport(story.id, outletId));
  expect((await showAdoption(room.zhou, adoptionId)).evidence).toHaveLength(3);
});

test('adoption.report needs evidence, a day that has come, and an outlet that is there', async () => {
  const outletId = await addOutlet(room);
  const { id } = await room.aStory();
  const refusalOf = async (change: object, outlet: string | null = outletId) => {
    const answer = await room.lin.call('adoption.report', aReport(id, outlet, change));
    return answer.ok ? 'ok' : answer.refusal;
  };
  expect(await refusalOf({ url: null })).toBe('evidence_missing');
  expect(await refusalOf({ printedOn: '2099-01-01' })).toBe('printed_in_future');
  expect(await refusalOf({}, newId())).toBe('outlet_unknown');
  const lost = { sha256: 'a'.repeat(64), bytes: 10, ext: 'jpg' as const };
  expect(await refusalOf({ url: null, clipping: lost })).toBe('file_missing');
});

test("nobody else's clipping or story can be named, and no clipping that is none", async () => {
  const outletId = await addOutlet(room);
  const { id } = await room.aStory();
  const xuFile = await clippingOf(room.xu, 'of xu');
  const named = aReport(id, outletId, { url: null, clipping: xuFile });
  expect(await room.lin.call('adoption.report', named)).toMatchObject({ refusal: 'file_missing' });
  const stranger = await room.member('莫示例');
  expect(await stranger.call('adoption.report', aReport(id, outletId))).toMatchObject({
    refusal: 'not_found',
  });
  const bytes = Buffer.from('<html>no picture</html>');
  const sha256 = 'b'.repeat(64);
  await upload(room, room.lin, { name: `${sha256}.jpg`, bytes });
  const fake = { sha256, bytes: bytes.length, ext: 'jpg' as const };
  const faked = aReport(id, outletId, { url: null, clipping: fake });
  expect(await room.lin.call('adoption.report', faked)).toMatchObject({ refusal: 'file_changed' });
  expect((await room.show(room.lin, id)).adoptions).toEqual([]);
});

test('adoption.verify settles the facts; the fee is shown to nobody but the office', async () => {
  const outletId = await addOutlet(room);
  const { adoptionId, story } = await aReported(room, outletId);
  const queue = { storyId: null, state: 'reported', after: null } as const;
  const waiting = await room.zhou.value('adoption.list', queue);
  expect(waiting.adoptions.map(({ id }) => id)).toContain(adoptionId);
  expect(await room.lin.call('adoption.list', queue)).toMatchObject({ refusal: 'not_allowed' });
  const { adoption } = await room.zhou.value('adoption.verify', {
    ...{ adoptionId, version: 1, note: '', ...facts(outletId) },
  });
  expect(adoption).toMatchObject({
    ...{ state: 'verified', words: 320, feeFen: 5000, version: 2, level: 'city' },
    allowed: ['correct', 'withdraw', 'metric'],
  });
  expect(await showAdoption(room.lin, adoptionId)).toMatchObject({ feeFen: null, allowed: [] });
  expect((await room.show(room.lin, story.id)).adoptions[0]?.state).toBe('verified');
  const later = await room.zhou.value('adoption.list', queue);
  expect(later.adoptions.map(({ id }) => id)).not.toContain(adoptionId);
});

test('a verified report with another position moves to the right printing, for a reason', async () => {
  const outletId = await addOutlet(room);
  const { adoptionId, story } = await aReported(room, outletId, { position: 'other' });
  const input = { adoptionId, version: 1, ...facts(outletId) };
  expect(await room.zhou.call('adoption.verify', { ...input, note: '' })).toMatchObject({
    refusal: 'reason_missing',
  });
  const { adoption } = await room.zhou.value('adoption.verify', { ...input, note: '头版' });
  expect(adoption.id).not.toBe(adoptionId);
  expect(adoption.timeline.map(({ kind }) => kind)).toEqual([
    ...['adoption_reported', 'adoption_verified'],
  ]);
  // Whoever still has the old id is led on, and so is another report of the same mistake.
  expect((await showAdoption(room.lin, adoptionId)).id).toBe(adoption.id);
  const repeated = aReport(story.id, outletId, { position: 'other', url: 'https://example.cn/9' });
  expect(await room.lin.value('adoption.report', repeated)).toEqual({
    ...{ adoptionId: adoption.id, state: 'verified' },
  });
  expect((await room.show(room.lin, story.id)).adoptions).toHaveLength(1);
});

test('two printings of one work verified at once both count, and one of them only once', async () => {
  const [one, two] = [await addOutlet(room), await addOutlet(room)];
  const { adoptionId, story } = await aReported(room, one);
  const other = await room.lin.value('adoption.report', aReport(story.id, two));
  const verify = (id: string, outletId: string, phone: Phone = room.zhou) =>
    phone.call('adoption.verify', { adoptionId: id, version: 1, note: '', ...facts(outletId) });
  const both = await Promise.all([verify(adoptionId, one), verify(other.adoptionId, two, room.he)]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  const third = (
    await room.lin.value('adoption.report', aReport(story.id, one, { position: 'other' }))
  ).adoptionId;
  const asked = [room.zhou, room.he].map((phone) =>
    phone.call('adoption.verify', {
      ...{ adoptionId: third, version: 1, note: '', ...facts(one, { position: 'other' }) },
    }),
  );
  const answers = await Promise.all(asked);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
  expect(['adoption_not_reported', 'changed_meanwhile']).toContain(refusals[0]);
});

test('adoption.reject and adoption.withdraw say why; new evidence brings it back to the office', async () => {
  const outletId = await addOutlet(room);
  const { adoptionId, story } = await aReported(room, outletId);
  await room.zhou.value('adoption.reject', { adoptionId, version: 1, note: '链接打不开' });
  expect((await room.show(room.lin, story.id)).adoptions[0]).toMatchObject({
    ...{ state: 'rejected', stoppedWhy: '链接打不开' },
  });
  const url = 'https://example.cn/right';
  await room.lin.value('adoption.report', aReport(story.id, outletId, { url }));
  const verified = await room.zhou.value('adoption.verify', {
    ...{ adoptionId, version: 3, note: '', ...facts(outletId) },
  });
  expect(verified.adoption.stoppedWhy).toBe('');
  const withdrawn = await room.zhou.value('adoption.withdraw', {
    ...{ adoptionId, version: 4, note: '不是本稿' },
  });
  expect(withdrawn.adoption).toMatchObject({ state: 'withdrawn', verifiedOn: null, allowed: [] });
  expect(
    await room.zhou.call('adoption.withdraw', { adoptionId, version: 5, note: '再撤' }),
  ).toMatchObject({ refusal: 'adoption_not_verified' });
});

test('adoption.correct takes a reason and keeps the day of verification', async () => {
  const outletId = await addOutlet(room);
  const { adoptionId } = await aReported(room, outletId);
  await room.zhou.value('adoption.verify', {
    ...{ adoptionId, version: 1, note: '', ...facts(outletId) },
  });
  const input = { adoptionId, version: 2, ...facts(outletId, { words: 900 }) };
  expect(await room.zhou.call('adoption.correct', { ...input, note: '' })).toMatchObject({
    refusal: 'reason_missing',
  });
  const { adoption } = await room.zhou.value('adoption.correct', { ...input, note: '字数有误' });
  expect(adoption).toMatchObject({ words: 900, state: 'verified', version: 3 });
  expect(await room.zhou.call('adoption.correct', { ...input, note: '旧版' })).toMatchObject({
    refusal: 'changed_meanwhile',
  });
});

test('adoption.register of a story takes its byline as printed, and nobody’s own name', async () => {
  const outletId = await addOutlet(room);
  const story = await room.aStory();
  const credit = { name: '林示例', part: 'text' as const, isJournalist: false };
  const lin = { personId: room.lin.personId, ...credit };
  const press = { ...lin, personId: null, name: '孙记者', isJournalist: true };
  const own = { ...lin, personId: room.zhou.personId, name: '周示例' };
  const evidence = { url: null, clipping: null, note: '', apart: null };
  const input = { work: { storyId: story.id }, ...facts(outletId), ...evidence };
  const register = (credits: (typeof press)[]) =>
    room.zhou.call('adoption.register', { ...input, credits });
  expect(await register([lin, own] as never)).toMatchObject({ refusal: 'not_allowed' });
  expect(await register([lin, lin] as never)).toMatchObject({ refusal: 'bylines_invalid' });
  expect(await register([press, lin] as never)).toMatchObject({
    value: {
      adoption: {
        credits: [press, lin],
        creditsAsFiled: [{ ...lin, personId: null }],
        state: 'verified',
      },
    },
  });
});

test('adoption.register enters an outside work, once, and apart only with a reason', async () => {
  const outletId = await addOutlet(room);
  const credit = { personId: room.lin.personId, name: '林示例', part: 'text' as const };
  const work = {
    ...{ workId: newId(), headline: '委员工作室里话家常', kind: 'feature' as const, column: null },
    ...{ unitId: room.townshipId, credits: [{ ...credit, isJournalist: false }], photoCount: 0 },
  };
  const evidence = { url: 'https://example.cn/out', clipping: null, note: '' };
  const input = { work, ...facts(outletId), ...evidence, apart: null };
  const { adoption } = await room.zhou.value('adoption.register', input);
  expect(adoption).toMatchObject({ state: 'verified', storyId: null, headline: work.headline });
  expect(await room.zhou.call('adoption.register', input)).toMatchObject({
    refusal: 'printing_known',
  });
  const apart = await room.zhou.value('adoption.register', { ...input, apart: '同日又发一条' });
  expect(apart.adoption.id).not.toBe(adoption.id);
  expect(apart.adoption.others.map(({ id }) => id)).toEqual([adoption.id]);
  const elsewhere = { ...input, ...facts(await addOutlet(room)) };
  const others = (await room.zhou.value('adoption.register', elsewhere)).adoption.others;
  expect(others).toHaveLength(2);
  // The credited person finds it, and nobody without a tie or a scope.
  expect((await showAdoption(room.lin, adoption.id)).state).toBe('verified');
  const stranger = await room.member('钱示例');
  expect(await stranger.call('adoption.show', { adoptionId: adoption.id })).toMatchObject({
    refusal: 'not_found',
  });
});

test('nobody settles a printing of an own story, whatever the duty', async () => {
  const outletId = await addOutlet(room);
  const duty = { duty: 'publicity_office' as const, stage: null, unitIds: [room.rootId] };
  await room.he.value('duty.grant', { personId: room.lin.personId, ...duty });
  const { adoptionId } = await aReported(room, outletId);
  const input = { adoptionId, version: 1, note: '', ...facts(outletId) };
  expect(await room.lin.call('adoption.verify', input)).toMatchObject({ refusal: 'not_allowed' });
  await room.he.value('duty.end', {
    ...{ personId: room.lin.personId, duty: 'publicity_office', stage: null },
  });
});

test('metric.take adds a dated snapshot; a screenshot joins as evidence', async () => {
  const outletId = await addOutlet(room);
  const { adoptionId, story } = await aReported(room, outletId);
  const take = { adoptionId, reads: 1200, forwards: null, clipping: null };
  expect(await room.zhou.call('metric.take', { ...take, reads: null })).toMatchObject({
    refusal: 'metric_missing',
  });
  await room.zhou.value('metric.take', take);
  const clipping = await clippingOf(room.zhou, 'screenshot');
  const { adoption } = await room.zhou.value('metric.take', {
    ...{ adoptionId, reads: 3000, forwards: 20, clipping },
  });
  expect(adoption.metrics.map(({ reads, source }) => [reads, source])).toEqual([
    [1200, 'entered'],
    [3000, 'screenshot'],
  ]);
  expect(adoption.evidence).toHaveLength(2);
  expect((await room.show(room.lin, story.id)).adoptions[0]).toMatchObject({
    ...{ reads: 3000, forwards: 20 },
  });
});
