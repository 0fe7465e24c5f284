/**
 * `npm run bench -- relay [--json]`: from the leader's tap to the story at the center, and how fast a
 * backlog of a thousand drains, beside bare signed HTTP posts to the same center.
 */
import http from 'node:http';
import os from 'node:os';
import { Webhook } from 'standardwebhooks';
import type { Message } from '../../cloudfunctions/domain/syndication/message';
import type { Story } from '../../cloudfunctions/domain/story/story';
import { newId } from '../support/county/county';
import { startSyndication, type Syndication } from '../support/county/syndication';
import { measure, median } from './measure';

const signOffs = 15;
const backlog = 1000;
/** As many as relay has under way in one channel. */
const atOnce = 8;

interface Figures {
  signOffToDeliveredP50Ms: number;
  drainedPerSecond: number;
  barePostsPerSecond: number;
  ratio: number;
}

void main();

async function main(): Promise<void> {
  const room = await startSyndication();
  try {
    const signOffToDeliveredP50Ms = await measureSignOffs(room);
    const body = room.center.arrived.at(-1)?.body ?? '';
    const barePostsPerSecond = await measureBarePosts(room, body);
    const drainedPerSecond = await measureDrain(room);
    const ratio = drainedPerSecond / barePostsPerSecond;
    print({ signOffToDeliveredP50Ms, drainedPerSecond, barePostsPerSecond, ratio });
  } finally {
    await room.stop();
  }
}

/** From the last approval's call to the center having taken it. */
async function measureSignOffs(room: Syndication): Promise<number> {
  const waitedMs: number[] = [];
  for (let n = 0; n < signOffs; n += 1) {
    const { story, approve } = await aStoryToSignOff(room);
    const beganAt = performance.now();
    const taken = takenAt(room, story);
    await approve();
    waitedMs.push((await taken) - beganAt);
  }
  return median(waitedMs);
}

async function aStoryToSignOff({ aStory, zhou, xu, wu, show }: Syndication) {
  const { id: storyId } = await aStory();
  for (const phone of [zhou, xu]) {
    const { version } = await show(phone, storyId);
    await phone.value('story.approve', { storyId, version, note: '', isCleared: false });
  }
  const { version } = await show(wu, storyId);
  const last = { storyId, version, note: '', isCleared: true };
  return { story: storyId, approve: () => wu.value('story.approve', last) };
}

/** The moment at which the center has it; looked at every two milliseconds. */
async function takenAt({ center }: Syndication, storyId: string): Promise<number> {
  while (!center.inbox.some(({ uri }) => uri.endsWith(storyId))) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return performance.now();
}

async function measureBarePosts({ center }: Syndication, body: string): Promise<number> {
  const agent = new http.Agent({ keepAlive: true });
  const webhook = new Webhook(center.secret);
  const post = () =>
    new Promise<void>((resolve, reject) => {
      const [id, at] = [newId(), new Date()];
      const headers = {
        ...{ 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)) },
        ...{ 'webhook-signature': webhook.sign(id, at, body), 'content-type': 'application/json' },
      };
      const request = http.request(center.endpoint, { agent, method: 'POST', headers });
      request.on('response', (response) => response.resume().on('end', resolve));
      request.on('error', reject);
      request.end(body);
    });
  const { opsPerSecond } = await measure(post, { count: backlog, atOnce });
  agent.destroy();
  return opsPerSecond;
}

/** A thousand messages of as many stories, taken by one run of relay. */
async function measureDrain(room: Syndication): Promise<number> {
  await fill(room);
  const before = room.center.inbox.length;
  const startedAt = performance.now();
  while (room.center.inbox.length < before + backlog) await room.tick();
  return backlog / ((performance.now() - startedAt) / 1000);
}

async function fill({ cloud, signOff, messagesOf }: Syndication): Promise<void> {
  const pattern = await signOff();
  const database = cloud.sdk().database();
  const [message] = await messagesOf(pattern.id);
  const [story] = (await database.collection('stories').doc(pattern.id).get()).data as Story[];
  const [revision] = (await database.collection('revisions').where({ storyId: pattern.id }).get())
    .data as object[];
  const now = await cloud.control<{ now: number }>('clock', 'read');
  const ids = Array.from({ length: backlog }, newId);
  const due: Partial<Message> = {
    ...{ state: 'pending', nextAttemptAt: now.now, attempts: [], attemptCount: 0 },
    ...{ deliveredAt: null, lease: null },
  };
  await database
    .collection('stories')
    .add(ids.map((_id) => ({ ...story, _id, number: `bench-${_id}` })));
  await database
    .collection('revisions')
    .add(ids.map((storyId) => ({ ...revision, _id: `${storyId}:1`, storyId })));
  await database
    .collection('outbox_messages')
    .add(ids.map((storyId) => ({ ...message, ...due, _id: `${storyId}:1:bench`, storyId })));
}

function print(figures: Figures): void {
  const machine = { node: process.version, cpus: os.cpus().length, platform: process.platform };
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ bench: 'relay', machine, ...figures })}\n`);
    return;
  }
  const line = (name: string, value: number, digits = 0) =>
    `${name.padEnd(40)}${value.toFixed(digits).padStart(10)}`;
  const text = [
    line('sign-off to delivered p50, ms', figures.signOffToDeliveredP50Ms),
    line('messages drained / s', figures.drainedPerSecond),
    line('bare signed posts / s', figures.barePostsPerSecond),
    line('drained / bare', figures.ratio, 3),
  ];
  process.stdout.write(`${text.join('\n')}\n`);
}
