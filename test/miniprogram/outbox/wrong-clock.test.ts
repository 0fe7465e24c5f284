/** A phone whose clock was set back by hours or days since something was noted: nothing waits for that long. */
import { chooseNext } from '../../../miniprogram/outbox/choose';
import { copyDraft } from '../../../miniprogram/outbox/copies';
import { newFiling, type Draft } from '../../../miniprogram/outbox/kept-story';
import { settle } from '../../../miniprogram/outbox/settle';
import { draftRowsOf } from '../../../miniprogram/pages/stories/view';
import { staleWords } from '../../../miniprogram/text/failure';
import { aStoryView } from '../a-story';
import { randomSource, stubWx } from '../simulate';

const now = Date.parse('2026-11-23T09:31:00+08:00');
const hourMs = 3_600_000;
const draft: Draft = {
  ...{ storyId: 'story', unitId: 'unit', tipId: null, refileVersion: null },
  ...{ kind: 'news', headline: '路灯亮了', body: '', column: null, happenedOn: null, place: '' },
  ...{ bylines: [], photos: [], video: null, attachments: [], noteToEditor: '', savedAt: now },
};

test.each([
  [0, 1, false],
  [0, 30, false],
  [3, 1, true],
  [26, 1, true],
  [24 * 400, 30, true],
  [-3, 30, true],
])('set back by %s hours, after %s failures, the outbox sends: %s', (hours, failures, isSent) => {
  const filing = { ...newFiling('command', now, []), failures };
  const failed = settle(filing, { ok: false, failure: 'cloud_failed' }, now + hours * hourMs);
  const story = { draft, filing: { ...filing, ...failed }, uploaded: [] };
  const tried = new Set<string>();
  expect(chooseNext([story], { network: 'wifi', now, tried }) !== undefined).toBe(isSent);
});

test('a copy counts higher than the one before, by whatever clock it was saved', async () => {
  const kept = new Map<string, unknown>();
  const versions: number[] = [];
  stubWx({
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => kept.set(key, value),
    removeStorageSync: (key: string) => kept.delete(key),
    ...randomSource(),
    cloud: {
      callFunction: ({ data }: { data: { input: { version: number } } }) => {
        versions.push(data.input.version);
        return Promise.resolve({ result: { ok: true, value: {} } });
      },
    },
  });
  for (const hours of [26, 0, -24 * 400, 30]) {
    await copyDraft({ ...draft, savedAt: now + hours * hourMs });
  }
  expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
});

test.each([
  [0, '今天 09:31', '今天 09:31 '],
  [-26, '昨天 07:31', '昨天 07:31 '],
  [3, '', '以前'],
  [26, '', '以前'],
])('what was noted %s hours ahead says no day that is yet to come', (hours, saved, kept) => {
  const at = now + hours * hourMs;
  const [row] = draftRowsOf([{ ...draft, savedAt: at }], now);
  expect(row?.grey).toBe(`消息 · 已存草稿 ${saved}`.trim());
  expect(staleWords(at, now)).toBe(`没有读到最新内容，显示的是${kept}的`);
});

test.each([48, -48])(
  'set %s hours ahead, a story filed again has the moment of the cloud',
  (hours) => {
    const story = { ...aStoryView(), updatedAt: now };
    const reply = { ok: true as const, value: { story } };
    const filing = settle(newFiling('command', now, []), reply, now + hours * hourMs);
    expect(filing.filedAt).toBe(now);
  },
);
