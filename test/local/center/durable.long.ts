/** Nothing that was acknowledged is lost, however the center ends; and mishaps that tests ask for. */
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import {
  aNinjs,
  aPicture,
  startCenterProgram,
  type CenterProgram,
} from '../../support/center/center';
import { startFarSide, type FarSide } from '../../support/center/far-side';
import { until } from '../../support/until';

let dir: string;
let far: FarSide;
let center: CenterProgram;

beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'xiangxun-center-'));
  far = await startFarSide();
  center = await startCenterProgram({ dir, callback: far.callback });
});
afterEach(async () => {
  await center.stop();
  await far.stop();
  await rm(dir, { recursive: true, force: true });
});

const reopened = async () => (center = await startCenterProgram({ dir, callback: far.callback }));
const storyUri = (n: number) => `urn:xiangxun:organ:story:${n}`;
const held = async () => (await center.inbox()).stories.map(({ uri }) => uri).sort();

test('stories acknowledged until the moment of a kill -9 are there again, with photos', async () => {
  const picture = aPicture(far.photo('p', Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3])));
  const acknowledged: string[] = [];
  const pushes = Array.from({ length: 60 }, async (_, n) => {
    const ninjs = aNinjs({ uri: storyUri(n), associations: [picture] });
    const answered = await center.push(ninjs, { id: `m${n}` }).catch(() => undefined);
    if (answered?.status !== 200) return;
    acknowledged.push(storyUri(n));
    if (acknowledged.length === 20) await center.kill();
  });
  await Promise.all(pushes);
  await reopened();
  const after = await center.inbox();
  expect(acknowledged.length).toBeGreaterThanOrEqual(20);
  expect(after.stories.map(({ uri }) => uri)).toEqual(expect.arrayContaining(acknowledged));
  expect(after.stories.every(({ versions }) => versions.length === 1)).toBe(true);
  const file = after.stories[0]?.versions[0]?.files[0]?.file;
  expect((await fetch(`${center.base}/photos/${file}`)).status).toBe(200);
  // Whatever got no answer may simply be sent again.
  for (let n = 0; n < 60; n += 1) await center.push(aNinjs({ uri: storyUri(n) }), { id: `m${n}` });
  expect((await center.inbox()).stories).toHaveLength(60);
});

test('a line torn off by a crash is dropped, and the journal goes on', async () => {
  await center.push(aNinjs());
  await center.kill();
  await appendFile(path.join(dir, 'journal.ndjson'), '{"kind":"arrival","at":17');
  await reopened();
  await center.push(aNinjs({ uri: storyUri(2) }));
  await center.kill();
  await reopened();
  expect(await held()).toEqual([storyUri(2), 'urn:xiangxun:organ:story:5f3c']);
});

test('an answer that nobody took before a kill -9 is sent afterwards, under the same id', async () => {
  far.nextStatuses.push(503);
  await center.push(aNinjs());
  await until(() => far.taken.length === 1);
  await center.kill();
  await reopened();
  await until(() => far.taken.length === 2);
  const [before, after] = far.taken.map(({ headers }) => headers['webhook-id']);
  expect(after).toBe(before);
});

test('told to fail, it keeps nothing; told to lose the answer, it has kept the story', async () => {
  await center.control({ failRate: 1 });
  expect(await center.push(aNinjs(), { id: 'm' })).toMatchObject({ status: 503 });
  await center.control({ failRate: 0, loseAnswerRate: 1 });
  await expect(center.push(aNinjs(), { id: 'm' })).rejects.toThrow();
  await center.control({ loseAnswerRate: 0 });
  expect(await center.ask('m')).toMatchObject({ status: 200 });
  expect(await center.push(aNinjs(), { id: 'm' })).toMatchObject({ status: 200 });
  const { stories, attempts } = await center.inbox();
  expect(stories[0]?.versions).toHaveLength(1);
  expect(attempts.map(({ outcome }) => outcome)).toEqual([
    ...['fail', 'lose_answer', 'received', 'received'],
  ]);
});

test('told to hang, it says nothing until the line is cut, and keeps nothing', async () => {
  await center.control({ hangRate: 1, hangMs: 20 });
  await expect(center.push(aNinjs(), { id: 'm' })).rejects.toThrow();
  await center.control({ hangRate: 0 });
  expect(await center.ask('m')).toMatchObject({ status: 404 });
});

test('told to answer twice, it sends the same answer under the same id', async () => {
  await center.control({ doubleRate: 1 });
  await center.push(aNinjs());
  await until(() => far.taken.length === 2);
  expect(far.taken[0]?.headers['webhook-id']).toBe(far.taken[1]?.headers['webhook-id']);
});

test('the same seed goes wrong in the same places', async () => {
  await center.control({ failRate: 0.5, seed: 7 });
  const statuses = async () => {
    const answered = [];
    for (let n = 0; n < 16; n += 1)
      answered.push((await center.push(aNinjs({ uri: storyUri(n) }), { id: `m${n}` })).status);
    return answered;
  };
  const first = await statuses();
  expect(new Set(first)).toEqual(new Set([200, 503]));
  await center.kill();
  await rm(dir, { recursive: true });
  await reopened();
  await center.control({ failRate: 0.5, seed: 7 });
  expect(await statuses()).toEqual(first);
});

test.each(['publish', 'reject'])('in the mode %s nobody has to be at the desk', async (mode) => {
  await center.control({ mode });
  await center.push(aNinjs());
  await until(() => far.taken.length === 2);
  const kind = { publish: 'published', reject: 'rejected' }[mode];
  expect(far.taken[1]?.body).toMatchObject({ kind });
});

test('a control it does not know is refused', async () => {
  expect(await center.control({ explodeRate: 1 })).toMatchObject({ status: 400 });
  expect(await center.control({ failRate: 2 })).toMatchObject({ status: 400 });
});

test('the secret is needed, and a number is needed for a port', () => {
  const program = path.resolve(__dirname, '../../../dist/local/center/main.js');
  const run = (...words: string[]) => spawnSync(process.execPath, [program, ...words]);
  const without = run('--data', dir);
  expect([without.status, without.stderr.toString()]).toEqual([2, '--secret whsec_… is needed\n']);
  expect(run('--data', dir, '--secret', 'whsec_AAAA', '--port', 'x').status).toBe(2);
});
