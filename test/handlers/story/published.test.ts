/** What anybody sees of the county's work: what was in print, and nothing of how it came about. */
import { startNewsroom, type Newsroom } from '../../support/county/newsroom';
import { phoneOf } from '../../support/county/county';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

test('a visitor sees published stories, newest first, and no other nor an internal one', async () => {
  const visitor = phoneOf(room.cloud, 'o-nobody-in-particular');
  const body = '老街路灯'.repeat(40);
  const [first, second, waiting, internal] = [
    await room.aStory({ headline: '先刊发的' }),
    await room.aStory({ headline: '后刊发的' }),
    await room.aStory({ headline: '还在审的' }),
    await room.aStory({ kind: 'public_opinion', headline: '内部的', body }),
  ];
  expect(await visitor.value('story.published', {})).toEqual({ stories: [] });
  // Set by hand: however a story came to be published, an internal one is not shown.
  const stories = room.cloud.sdk().database().collection('stories');
  for (const [story, state] of [
    [first, 'published'],
    [second, 'corrected'],
    [internal, 'published'],
    [waiting, 'signed_off'],
  ] as const) {
    await stories.doc(story.id).update({ state });
  }
  const { stories: shown } = await visitor.value('story.published', {});
  expect(shown).toEqual([
    { headline: '后刊发的', unitName: '城关镇联工委', filedAt: second.filedAt },
    { headline: '先刊发的', unitName: '城关镇联工委', filedAt: first.filedAt },
  ]);
});
