/** What somebody would try who means ill: refused, nothing changed, nothing told, never a fault. */
import { createHash } from 'node:crypto';
import { contract, functionCalls, type CallName } from '../../../cloudfunctions/contract';
import type { StoryEvent } from '../../../cloudfunctions/domain/story/story';
import { checkCommand } from '../../../cloudfunctions/handlers/check/check-story';
import { changedSince, keepAll } from '../../support/cloud/dump';
import {
  aChain,
  aDraft,
  inputs,
  type Targets,
} from '../../support/authorization/authorization-inputs';
import type { Cast } from '../../support/authorization/cast';
import { newId, newInviteCode, type Member } from '../../support/county/county';
import { until } from '../../support/until';
import { poisoned } from '../../support/attack/poison';
import {
  aContent,
  filing,
  startNewsroom,
  upload,
  uploadPhoto,
} from '../../support/county/newsroom';
import type { Newsroom } from '../../support/county/newsroom';

let room: Newsroom;
let mallory: Member;
beforeAll(async () => {
  room = await startNewsroom();
  mallory = await room.member('莫示例');
  const duty = { duty: 'correspondent' as const, stage: null, unitIds: [room.townshipId] };
  await room.he.value('duty.grant', { personId: mallory.personId, ...duty });
});
// Undefined where it never started.
afterAll(() => (room as Newsroom | undefined)?.stop());

/** Runs an attack and fails if any document is another afterwards. */
async function leavesAllAsItWas(attack: () => Promise<void>): Promise<void> {
  await until(everyPhotoIsChecked);
  await keepAll(room.cloud);
  await attack();
  expect(await changedSince(room.cloud)).toEqual([]);
}

// The platform answers about photos when it likes, which is no attack.
async function everyPhotoIsChecked(): Promise<boolean> {
  const database = room.cloud.sdk().database();
  const asked = database
    .collection('story_events')
    .where({ traces: database.command.exists(true) });
  const events = (await asked.limit(1000).get()).data as StoryEvent[];
  const ids = events.flatMap(({ traces = [] }) => traces.map(({ id }) => checkCommand(id, '')));
  const receiptIds = ids.map(({ receiptId }) => receiptId);
  const answered = { _id: database.command.in(receiptIds) };
  const { total } = await database.collection('receipts').where(answered).count();
  return total === receiptIds.length;
}

/** Sends a request as it stands; answers its status and text. */
async function sendRaw(openid: string, name: string, body: unknown) {
  const owner = Object.entries(functionCalls).find(([, calls]) => name in calls)?.[0];
  const response = await fetch(`${room.cloud.base}/call/${owner}`, {
    method: 'POST',
    headers: { 'x-openid': openid },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

test("another person's command id neither answers with their receipt nor runs into it", async () => {
  const storyId = newId();
  const input = filing({ storyId, unitId: room.townshipId, content: aContent() });
  const commandId = newId();
  const { number } = await room.lin.call('story.file', input, commandId).then(valueOf);
  await leavesAllAsItWas(async () => {
    const answer = await mallory.call('story.file', input, commandId);
    expect(answer).toMatchObject({ ok: false, refusal: 'not_allowed' });
    expect(JSON.stringify(answer)).not.toContain(number);
  });
});

function valueOf<Value>(answer: { ok: true; value: Value } | { ok: false }): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

test('a command id used again with another content is refused', async () => {
  const commandId = newId();
  const input = filing({ storyId: newId(), unitId: room.townshipId, content: aContent() });
  await room.lin.call('story.file', input, commandId);
  await leavesAllAsItWas(async () => {
    const other = { ...input, content: aContent({ headline: '换了标题' }) };
    const answer = await room.lin.call('story.file', other, commandId);
    expect(answer).toMatchObject({ refusal: 'command_changed' });
  });
});

test("another person's story id cannot be filed over, withdrawn, refiled or compared", async () => {
  const { id: storyId, version } = await room.aStory();
  const [content, unitId] = [aContent({ headline: '冒名' }), room.townshipId];
  await leavesAllAsItWas(async () => {
    const answers = await Promise.all([
      mallory.call('story.file', filing({ storyId, unitId, content })),
      mallory.call('story.withdraw', { storyId, version, note: '' }),
      mallory.call('story.refile', { storyId, version, content, isCleared: true }),
      mallory.call('story.show', { storyId }),
      mallory.call('revision.compare', { storyId, from: 1, to: 1 }),
    ]);
    expect(answers.map((answer) => !answer.ok && answer.refusal)).toEqual([
      'not_allowed',
      ...['not_found', 'not_found', 'not_found', 'not_found'],
    ]);
  });
});

test('a photo swapped after filing changes nothing that anybody sees', async () => {
  const photo = await uploadPhoto(room, room.lin, 'as filed');
  const input = filing({
    ...{ storyId: newId(), unitId: room.townshipId },
    content: aContent({ photos: [photo] }),
  });
  await room.lin.value('story.file', input);
  await leavesAllAsItWas(async () => {
    const bytes = Buffer.from('\xff\xd8\xff\xe0swapped', 'latin1');
    await upload(room, room.lin, { name: `${photo.sha256}.jpg`, bytes });
    const { content } = await room.show(room.zhou, input.storyId);
    const shown = Buffer.from(await (await fetch(content.photos[0]?.url ?? '')).arrayBuffer());
    expect(createHash('sha256').update(shown).digest('hex')).toBe(photo.sha256);
  });
});

test('no phone writes into the folder of a story, or of another phone', async () => {
  const { sha256 } = await uploadPhoto(room, room.lin, 'mine');
  const places = [
    `stories/${newId()}/${sha256}.jpg`,
    `incoming/${room.lin.openid}/${sha256}.jpg`,
    `incoming/${mallory.openid}/../${room.lin.openid}/${sha256}.jpg`,
    `incoming/${mallory.openid}/%2e%2e/${room.lin.openid}/${sha256}.jpg`,
  ];
  for (const place of places) {
    const url = `${room.cloud.base}/upload/${place.replaceAll('..', '%2e%2e')}`;
    const headers = { 'x-openid': mallory.openid };
    const response = await fetch(url, { method: 'PUT', headers, body: 'x' });
    expect([place, response.ok]).toEqual([place, false]);
    expect(response.status).toBeLessThan(500);
  }
});

test("a photo of another's folder cannot be named, in no field", async () => {
  const photo = await uploadPhoto(room, room.lin, 'of lin');
  const content = aContent({ photos: [photo] });
  await leavesAllAsItWas(async () => {
    const answer = await mallory.call(
      'story.file',
      filing({ storyId: newId(), unitId: room.townshipId, content }),
    );
    expect(answer).toMatchObject({ refusal: 'file_missing' });
  });
  for (const sha256 of [
    `../${room.lin.openid}/${photo.sha256}`,
    '%2e%2e/x',
    photo.sha256.toUpperCase(),
  ]) {
    const input = filing({
      ...{ storyId: newId(), unitId: room.townshipId },
      content: aContent({ photos: [{ ...photo, sha256 }] }),
    });
    expect(await mallory.call('story.file', input)).toMatchObject({ refusal: 'input_invalid' });
  }
});

test('a guessed code binds nobody, and after ten guesses not even the right one is heard', async () => {
  const visitor = room.phone('o-guessing-visitor');
  const personId = newId();
  const fields = { name: '未示例', standing: 'staff' as const, phone: null, isHead: false };
  await room.he.value('person.add', { personId, ...fields, unitId: room.rootId });
  const code = newInviteCode();
  await room.he.value('invite.make', { personId, code });
  for (let guess = 0; guess < 10; guess += 1) {
    const answer = await visitor.call('invite.redeem', { code: newInviteCode() });
    expect(answer).toEqual({ ok: false, refusal: 'code_wrong' });
  }
  expect(await visitor.call('invite.redeem', { code })).toEqual({
    ...{ ok: false, refusal: 'too_many_attempts' },
  });
  expect(
    await visitor.call('person.list', { unitId: null, name: null, after: null }),
  ).toMatchObject({ refusal: 'not_bound' });
});

const calls = Object.keys(contract) as CallName[]; // the contract's keys are its calls
/** Inputs of one call that are tried, of a rulebook's thousands; fuzz-*.long.ts have the others. */
const triedMax = 300;
/** Those of them that go over the wire. */
const sentMax = 5;

/** At most so many of them, spread over all. */
const spread = <One>(all: One[], max: number): One[] =>
  all.filter((_one, n) => n % Math.ceil(all.length / max) === 0);

describe('operators and strange keys', () => {
  beforeAll(async () => {
    await until(everyPhotoIsChecked);
    await keepAll(room.cloud);
  });
  afterAll(async () => {
    expect(await changedSince(room.cloud)).toEqual([]);
  });

  // The router asks the same schema that every one of them meets here; some go all the way.
  test.each(calls)('%s takes none in any field', async (call) => {
    const tried = spread(poisoned(await anInput(call)), triedMax);
    expect(tried.length).toBeGreaterThan(0);
    const taken = tried.filter(({ input }) => contract[call].input.safeParse(input).success);
    expect(taken).toEqual([]);
    const sent = spread(tried, sentMax);
    // One by one: asked at once, each would start a process of its own.
    const answers: Awaited<ReturnType<typeof sendRaw>>[] = [];
    for (const { input } of sent)
      answers.push(await sendRaw(room.he.openid, call, { call, commandId: newId(), input }));
    const told = answers.map(({ status, text }) => [status, refusalIn(text)]);
    expect(told).toEqual(sent.map(() => [200, 'input_invalid']));
    // A refusal names fields of the contract, never values and nothing of the database's.
    const spoken = answers
      .map(({ text }) => text)
      .filter((text) => /sleep|stack|E11000|\/work/i.test(text));
    expect(spoken).toEqual([]);
  });
});

function refusalIn(text: string): unknown {
  return (JSON.parse(text) as { refusal?: string }).refusal; // an answer of the router
}

/** A whole input of the call, with a photo and a byline wherever a content is. */
async function anInput(call: CallName): Promise<unknown> {
  const photo = {
    sha256: 'a'.repeat(64),
    bytes: 9,
    width: 1,
    height: 1,
    caption: '图',
    credit: '',
  };
  const make = inputs[call] as ((targets: Targets) => Record<string, unknown>) | undefined; // by its call
  if (!make) throw new Error(`${call} has no input`);
  const ids = { storyId: newId(), personId: newId(), unitId: newId(), otherStoryId: newId() };
  const { chainId, kinds, unitKinds } = aChain();
  const cast = { ...room, otherUnitId: newId(), columns: [], phoneNumber: '' } satisfies Cast;
  const codes = { code: newInviteCode(), token: 'u'.padEnd(27, '0') };
  const targets = { ...ids, ...codes, cast, version: 1, draftId: newId() };
  const input = make({ ...targets, chain: { chainId, kinds, unitKinds } });
  if ('draft' in input) input.draft = { ...aDraft('正文'), bylines: aContent().bylines };
  if ('content' in input) input.content = aContent({ photos: [{ ...photo, ext: 'jpg' }] });
  return input;
}

test.each([
  ['no call', {}],
  ['a call that is an object', { call: { $ne: null }, input: {} }],
  ['a call of the prototype', { call: 'constructor', input: {} }],
  [
    'a command id with a path in it',
    { call: 'story.claim', commandId: '../../../etc/passwd', input: {} },
  ],
  ['a command id that is an operator', { call: 'story.claim', commandId: { $gt: '' }, input: {} }],
  ['no input', { call: 'story.list' }],
  ['an input that is a list', { call: 'story.list', input: [] }],
])('a request with %s is refused', async (_what, body) => {
  await leavesAllAsItWas(async () => {
    const { status, text } = await sendRaw(room.lin.openid, 'story.list', body);
    expect(status).toBe(200);
    expect(['request_invalid', 'call_unknown', 'input_invalid']).toContain(refusalIn(text));
  });
});

test('a cursor with operators in it finds nothing that it should not', async () => {
  for (const after of ['{"$gt":""}', '1:2:3:4', 'NaN:x', "1:';--", '$where', ':', '0:']) {
    const [own, queue, people] = await Promise.all([
      mallory.call('story.list', { after }),
      mallory.call('queue.list', { kind: null, after }),
      mallory.call('person.list', { unitId: null, name: '$gt', after }),
    ]);
    expect(own.ok && own.value.stories).toEqual([]);
    expect(queue.ok && queue.value.stories).toEqual([]);
    expect(people.ok && people.value.people).toEqual([]);
  }
});
