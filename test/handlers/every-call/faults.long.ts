/** The main job and all acts on stories under failures one by one, and a filing under WeChat's. */
import assert from 'node:assert/strict';
import { newId } from '../../support/county/county';
import { mainActs } from '../../support/faults/fault-acts';
import { storyActs } from '../../support/faults/fault-acts-story';
import { roomOfActs, testFailures, testJumps, testStorage } from '../../support/faults/fault-tests';
import { uploadPhoto } from '../../support/county/newsroom';

const rooms = roomOfActs();
testFailures(rooms, Object.keys(mainActs));
// They write as those do, so a third of their requests is tried.
testFailures(rooms, Object.keys(storyActs), 3);
// Of a filing: the copy, and a link to its bytes, which it also gives to the platform.
testStorage(rooms, { 'story.file': 2, 'story.refile': 2 });
testJumps(rooms, Object.keys(mainActs));

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
