/** A phone with pages of another version than the cloud: what was refused for that is kept, and goes later. */
import type { OutboxEdge } from '../../../miniprogram/outbox/edge';
import type { Draft } from '../../../miniprogram/outbox/kept-story';
import { createOutbox } from '../../../miniprogram/outbox/outbox';
import { outboxText } from '../../../miniprogram/text/outbox';
import { replyWords, type Unmet } from '../../../miniprogram/text/reply';

const draft: Draft = {
  ...{ storyId: 'story', unitId: 'unit', tipId: null, refileVersion: null },
  ...{ kind: 'news', headline: '路灯亮了', body: '', column: null, happenedOn: null, place: '' },
  ...{ bylines: [], photos: [], video: null, attachments: [], noteToEditor: '', savedAt: 1 },
};
const storage = new Map<string, unknown>();
let answer: Awaited<ReturnType<OutboxEdge['fileStory']>>;
let sent: string[];

beforeEach(() => {
  storage.clear();
  sent = [];
});

const started = async () => {
  const outbox = createOutbox({
    keys: () => [...storage.keys()],
    read: (key) => storage.get(key),
    keep: (key, value) => void storage.set(key, value),
    forget: (key) => void storage.delete(key),
    listFiles: async () => [],
    hasFile: async () => true,
    removeFile: async () => undefined,
    upload: async () => true,
    openSession: async () => ({ ok: false, failure: 'no_network' }),
    fileStory: async (_input, commandId) => {
      sent.push(commandId);
      return answer;
    },
    refileStory: async () => ({ ok: false, failure: 'no_network' }),
    network: async () => 'wifi',
    newId: async () => 'command',
    now: () => 1,
    cloudNow: () => 1,
    after: () => undefined,
  });
  await outbox.start();
  return outbox;
};

test.each(['call_unknown', 'input_invalid'] as const)(
  'a story refused as %s stays, and goes at a start that brought what it wanted',
  async (refusal) => {
    answer = { ok: false, refusal };
    const before = await started();
    before.saveDraft(draft);
    await before.submit('story');
    await before.wake();
    expect(before.lines()).toMatchObject([{ status: 'refused', refusal, isChangeable: true }]);
    await before.wake();
    expect(sent).toHaveLength(1);
    answer = { ok: true, value: { number: '2026-1123-城关-03', filedAt: 1 } };
    const after = await started();
    expect(after.lines()).toMatchObject([{ status: 'filed' }]);
    expect(sent).toEqual(['command', 'command']);
  },
);

test('what the person has to change is not asked again', async () => {
  answer = { ok: false, refusal: 'story_incomplete' };
  const before = await started();
  before.saveDraft(draft);
  await before.submit('story');
  await before.wake();
  await started();
  expect(sent).toHaveLength(1);
});

test('a refusal that these pages do not know says how to come by newer ones', () => {
  const enterAgain = '重新进入小程序';
  // Only a newer cloud has it.
  const unmet = { refusal: 'of_tomorrow' } as unknown as Unmet;
  expect(replyWords(unmet)).toContain(enterAgain);
  expect(replyWords({ refusal: 'call_unknown' })).toContain(enterAgain);
  expect(replyWords({ refusal: 'input_invalid' })).toContain(enterAgain);
  expect(outboxText.refused('of_tomorrow')).toContain(enterAgain);
  expect(outboxText.refused('story_incomplete')).not.toContain(enterAgain);
  // Names that every object has are no codes.
  expect(outboxText.refused('constructor')).toContain(enterAgain);
});
