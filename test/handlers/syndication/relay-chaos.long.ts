/**
 * 500 stories to a center that fails, hangs, garbles, loses its answers and answers twice, while
 * relay is killed at random: each version arrives once and in order, and everything ends.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Message } from '../../../cloudfunctions/domain/syndication/message';
import { attemptsMax } from '../../../cloudfunctions/domain/syndication/next-attempt';
import { planMessages } from '../../../cloudfunctions/domain/syndication/plan-messages';
import type { Story } from '../../../cloudfunctions/domain/story/story';
import { newId } from '../../support/county/county';
import type { Mood } from '../../support/center/fake-center';
import { startSyndication, type Syndication } from '../../support/county/syndication';

const storyCount = 500;
let room: Syndication;
beforeAll(async () => {
  room = await startSyndication();
});
afterAll(() => room.stop());

/** The same numbers every time, so that a failure can be looked at. */
let seed = 20261122;
function chance(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
}

test('every version arrives exactly once, in order, and every message ends', async () => {
  const answers: Promise<number[]>[] = [];
  room.center.mood = 'receive';
  const messages = await fillOutbox();
  room.center.arrived.length = 0;
  room.center.inbox.length = 0;
  room.center.mood = (id, method) => moodOf(id, method, answers);
  for (let round = 0; round < 80; round += 1) {
    // How many processes there are to kill differs from machine to machine.
    const isWild = round < 15 || kills < 8;
    // Clocks do not jump while somebody works: time passes between runs.
    await killingAtRandom(isWild, () => later(70_000 + chance() * 120_000));
    await killingAtRandom(isWild, () => Promise.all([tick(), tick()]));
    if ((await openOnes()).length === 0) break;
    if (!isWild) await later(6 * 3_600_000);
  }
  const ended = await allMessages();
  expect(ended).toHaveLength(messages.length);
  expect(ended.filter(({ state }) => !['delivered', 'rejected', 'dead'].includes(state))).toEqual(
    [],
  );
  expect(ended.filter(({ attemptCount }) => attemptCount > attemptsMax + 1)).toEqual([]);
  expect(room.center.overlapped).toEqual([]);
  expectOnceAndInOrder(ended);
  expectNothingSentAgain();
  // Of two equal answers the second is known.
  for (const [first, second] of await Promise.all(answers)) {
    expect([first === 200 || first === 503, second === 409 || first === 503]).toEqual([true, true]);
  }
  expect(answers.length).toBeGreaterThan(10);
  expect(kills).toBeGreaterThan(5);
}, 600_000);

/** Stories as they stand after sign-off; some were corrected meanwhile, some killed. */
async function fillOutbox(): Promise<Message[]> {
  const pattern = await room.signOff();
  const database = room.cloud.sdk().database();
  const [story] = (await database.collection('stories').doc(pattern.id).get()).data as Story[];
  const [revision] = (await database.collection('revisions').where({ storyId: pattern.id }).get())
    .data as { content: object }[];
  if (!story || !revision) throw new Error('the pattern was signed off');
  const stories: Story[] = [];
  const revisions: object[] = [];
  const messages: Message[] = [];
  for (let n = 0; n < storyCount; n += 1) {
    const isKilled = n % 10 === 9;
    const isCorrected = n % 5 === 4;
    const state = isKilled ? ('killed' as const) : story.state;
    const one = { ...story, _id: newId(), number: `chaos-${n}`, state };
    stories.push({ ...one, revision: isCorrected ? 2 : 1 });
    for (const number of isCorrected ? [1, 2] : [1]) {
      revisions.push({ ...revision, _id: `${one._id}:${number}`, storyId: one._id, number });
    }
    messages.push(...planned(one, { isCorrected, isKilled }));
  }
  await database.collection('stories').add(stories);
  await database.collection('revisions').add(revisions);
  await database.collection('outbox_messages').add(messages);
  return [...(await allMessages())];
}

function planned(
  story: Story,
  { isCorrected, isKilled }: { isCorrected: boolean; isKilled: boolean },
) {
  const kinds = ['news' as const];
  const channel = {
    name: '中心',
    kind: 'fusion_center' as const,
    kinds,
    columns: [],
    isInternal: false,
  };
  const channels = [{ _id: room.channelId, ...channel }];
  const acts = [
    { kind: 'story_signed_off' as const, revision: 1, isDone: true },
    { kind: 'story_corrected' as const, revision: 2, isDone: isCorrected },
    { kind: 'story_killed' as const, revision: isCorrected ? 2 : 1, isDone: isKilled },
  ].filter(({ isDone }) => isDone);
  return acts.reduce<Message[]>((messages, { kind, revision }, n) => {
    const event = { _id: `${story._id}:${n}`, kind, at: story.updatedAt + n, note: '' };
    return [
      ...messages,
      ...planMessages({ story: { ...story, revision }, event, channels, messages }),
    ];
  }, []);
}

/** Some third of everything goes wrong in one way or another. */
function moodOf(id: string, method: string, answers: Promise<number[]>[]): Mood {
  const n = chance();
  if (method === 'GET') return n < 0.15 ? 'fail' : 'receive';
  if (n < 0.1) return 'fail';
  if (n < 0.12) return 'hang';
  if (n < 0.2) return 'lost';
  if (n < 0.24) return 'garble';
  if (n < 0.27) answers.push(answerTwice(id));
  return 'receive';
}

async function answerTwice(messageId: string): Promise<number[]> {
  const [storyId = '', act = ''] = messageId.split(':');
  const body = {
    ...{ kind: 'received', uri: `urn:xiangxun:organ:story:${storyId}` },
    ...{ version: Number(act) + 1, at: '2026-11-22T08:00:00Z' },
  };
  const id = newId();
  const first = await room.answer(body, { id });
  const second = await room.answer(body, { id });
  return [first.status, second.status];
}

const later = (ms: number) =>
  room.cloud.control('clock', 'advance', { ms: Math.round(ms) }).catch(() => undefined);
/** A run that is killed is answered with a fault. */
const tick = () => room.tick().catch(() => undefined);

let kills = 0;

async function killingAtRandom(isWild: boolean, work: () => Promise<unknown>): Promise<void> {
  const working = work();
  if (isWild) {
    await new Promise((resolve) => setTimeout(resolve, 20 + chance() * 400));
    for (const pid of relayProcesses()) {
      if (chance() > 0.8) continue;
      process.kill(pid, 'SIGKILL');
      kills += 1;
    }
  }
  await working;
}

/** Relay's processes of this cloud and no other. */
function relayProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = / (\d+) /.exec(
          readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) \S/, ''),
        );
        const environment = readFileSync(`/proc/${name}/environ`, 'utf8');
        return (
          Number(parent?.[1]) === room.cloud.pid && environment.includes('SCF_FUNCTIONNAME=relay')
        );
      } catch {
        // It ended while we looked, or is not ours to look at.
        return false;
      }
    })
    .map(Number);
}

async function allMessages(): Promise<Message[]> {
  const found = await room.cloud.sdk().database().collection('outbox_messages').limit(1000).get();
  return found.data as Message[]; // what the collection holds
}

const openOnes = async () =>
  (await allMessages()).filter(({ state }) => ['pending', 'sending', 'unknown'].includes(state));

function expectOnceAndInOrder(ended: Message[]): void {
  const { inbox } = room.center;
  const keys = inbox.map(({ uri, version }) => `${uri} ${version}`);
  expect(new Set(keys).size).toBe(keys.length);
  const heldIds = new Set(inbox.map(({ id }) => id));
  const claimed = ended.filter(({ state, _id }) => state === 'delivered' && !heldIds.has(_id));
  // The pattern story was delivered before the inbox was emptied.
  expect(claimed.filter(({ storyNumber }) => storyNumber.startsWith('chaos'))).toEqual([]);
  const versions = new Map<string, number[]>();
  for (const { uri, version } of inbox) versions.set(uri, [...(versions.get(uri) ?? []), version]);
  const disordered = [...versions.values()].filter((list) =>
    list.some((one, n) => one < (list[n - 1] ?? 0)),
  );
  expect(disordered).toEqual([]);
  const ofKilled = ended.filter(({ kind }) => kind === 'kill');
  expect(ofKilled.filter(({ state }) => state !== 'delivered')).toEqual([]);
}

/** Whatever the center took is asked about, never sent again. */
function expectNothingSentAgain(): void {
  const taken = new Set<string>();
  const again: string[] = [];
  for (const { method, id, mood } of room.center.arrived) {
    if (method !== 'POST') continue;
    if (taken.has(id)) again.push(id);
    if (['receive', 'lost', 'garble'].includes(mood)) taken.add(id);
  }
  expect(again).toEqual([]);
}
