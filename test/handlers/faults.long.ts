/**
 * Requests that an act of the main job makes to the database fail in turn: in conflict, not done, done
 * without an answer, the function killed before and after. Then the phone repeats its command: all is
 * as if nothing had failed, once. The same for the storage, for WeChat's content check, and for a clock
 * that is wrong.
 *
 * Every request of every act is tried, every third of a long one, a read in three of the five ways,
 * since to fail before and after it is the same; FAULTS=all tries all of all. docs/faults.md says what was seen.
 */
import assert from 'node:assert/strict';
import { newId } from '../support/county';
import { everyFailure, everyJump } from '../support/every-failure';
import { acts } from '../support/fault-acts';
import { startFaultRoom, type FaultRoom } from '../support/fault-room';
import { uploadPhoto } from '../support/newsroom';

const isWhole = process.env.FAULTS === 'all';

/** Two, since two cores work on them. */
let rooms: FaultRoom[] = [];
beforeAll(async () => {
  rooms = await Promise.all([startFaultRoom(), startFaultRoom()]);
});
afterAll(() => Promise.all(rooms.map((room) => room.stop())));

const names = Object.keys(acts);
/** A hundred requests, most of them of one kind. */
const longest = 'closing closing a month';

test.each(names)('%s leaves what it leaves undisturbed, whichever request fails', async (name) => {
  const step = isWhole || name !== longest ? 1 : 3;
  const { requests, changes, tried, found } = await everyFailure(rooms, name, { isWhole, step });
  expect(found).toEqual([]);
  expect(changes.length > 0).toBe(name !== 'session.open');
  expect(tried).toBeGreaterThanOrEqual(requests.length);
});

describe.each(['storage', 'downloads'] as const)('a request to the %s that fails', (place) => {
  const taking = ['story.file', 'story.refile', 'roster.import', 'message.export'];
  test.each(taking)('%s leaves all the same', async (name) => {
    const { requests, found } = await everyFailure(rooms, name, { place });
    expect(found).toEqual([]);
    // Of a filing: the copy, and a link to its bytes, which it also gives to the platform.
    const isFiling = name.startsWith('story.') && place === 'storage';
    expect(requests.length).toBeGreaterThanOrEqual(isFiling ? 2 : 1);
  });
});

const hourMs = 3_600_000;
// What the clock itself does would then be done first.
const timeless = names.filter((name) => !/^(period\.|closing )/.test(name));
test.each(timeless)('%s is done once when the clock is wrong and then right', async (name) => {
  // After more than a day ahead the clock hands waiting stories on, and who acts is told so.
  const jumps = [-26 * hourMs, -hourMs, hourMs, 20 * hourMs];
  for (const seen of await everyJump(rooms, name, jumps)) {
    expect(seen).toMatchObject({ difference: null });
    // A day ago nobody had a duty yet; what was refused then is accepted now, what was accepted stays.
    const accepted = seen.answers.filter((answer) => !answer.startsWith('{"ok":false'));
    expect(accepted.at(-1)).toBe(seen.answers.at(-1));
    if (name !== 'session.open') expect(new Set(accepted).size).toBe(1);
    expect(seen.receipts).toBeLessThanOrEqual(1);
  }
});

/** What the filing asks WeChat, and every way in which WeChat can fail to answer. */
const checkPaths = ['/cgi-bin/stable_token', '/wxa/msg_sec_check', '/wxa/media_check_async'];
const mishaps = [
  { mode: 'hang' },
  { mode: 'drop' },
  { mode: 'fail', errcode: -1 },
  { mode: 'slow', ms: 5_000 },
];
test.each(checkPaths)('a filing stands when WeChat does not answer at %s', async (path) => {
  const [room] = rooms;
  assert(room, 'two were started');
  for (const mishap of mishaps) {
    const photo = await uploadPhoto(room, room.lin, newId());
    // Its token is no good any more, so that a new one is asked for.
    await room.cloud.control('wechat', 'revoke-tokens');
    await room.cloud.control('wechat', 'mishap', { path, ...mishap });
    const { id: storyId, state } = await room.aStory({ photos: [photo] });
    expect({ mishap, state }).toEqual({ mishap, state: 'in_review' });
    // Whoever fetched the token may hold its lease for some seconds more.
    await room.cloud.control('clock', 'advance', { ms: 20_000 });
    await room.zhou.value('story.claim', { storyId });
    await room.cloud.control('wechat', 'deliver-media');
    const { checks } = await room.show(room.zhou, storyId);
    await room.cloud.control('clock', 'real');
    const verdicts = checks.map(({ verdict }) => verdict);
    expect({ mishap, verdicts }).toEqual({ mishap, verdicts: ['pass', 'pass'] });
  }
});
