import { errorWords, wordsOfDelivery, type Delivery } from '../../../miniprogram/text/delivery';

const now = Date.parse('2026-11-22T10:00:00+08:00');
const minuteMs = 60_000;

const aDelivery = (change: Partial<Delivery> = {}): Delivery => ({
  ...{ id: 's:400:c', channelId: 'c', channelName: '县融媒体中心', channelKind: 'fusion_center' },
  ...{ kind: 'publish', edition: 1, revision: 2, state: 'delivered', attempts: 1, lastError: null },
  ...{ nextAttemptAt: null, createdAt: now - minuteMs, deliveredAt: now, answers: [] },
  ...{ allowed: [], version: 3, ...change },
});
const said = (change: Partial<Delivery>) => {
  const { stateWords, trouble } = wordsOfDelivery(aDelivery(change), now);
  return [stateWords, trouble];
};

test('a delivery says its version, its revision and when it arrived', () => {
  expect(wordsOfDelivery(aDelivery(), now)).toMatchObject({
    ...{ stateWords: '已送达', about: '首发 · 第 1 版（第 2 稿） · 今天 10:00', trouble: '' },
  });
});

test.each([
  [{ state: 'pending', nextAttemptAt: now, attempts: 0 }, ['等待同步', '']],
  [{ state: 'pending', attempts: 0 }, ['待人工发送', '']],
  [
    { state: 'pending', lastError: 'timeout', attempts: 3, nextAttemptAt: now + minuteMs },
    ['等待同步', '对方没有及时应答，已试 3 次，今天 10:01 重试'],
  ],
  [
    { state: 'rejected', lastError: 'headline_forbidden' },
    ['对方拒收', '对方答复：headline_forbidden'],
  ],
  [{ state: 'rejected', lastError: 'stale' }, ['对方拒收', '两边服务器的时间对不上，请对方对时']],
  [
    { state: 'dead', lastError: 'http_502', attempts: 17 },
    ['同步失败', '对方服务出错，已试 17 次'],
  ],
  [{ state: 'dead', lastError: 'superseded' }, ['已被新版本取代', '']],
] as [Partial<Delivery>, string[]][])('%j is said as %j', (change, words) => {
  expect(said(change)).toEqual(words);
});

test('what became of it is told, and an alarm is one', () => {
  const answers: Delivery['answers'] = [
    { kind: 'published', at: now, note: '示例日报 路灯亮了', url: 'https://news.example/1' },
    { kind: 'published_after_kill', at: now, note: '示例日报', url: null },
  ];
  expect(wordsOfDelivery(aDelivery({ answers }), now).answers).toMatchObject([
    { words: '刊发：示例日报 路灯亮了', url: 'https://news.example/1', isAlarm: false },
    { words: '撤稿后仍刊发，请立即联系处理：示例日报', url: '', isAlarm: true },
  ]);
  expect(errorWords('line_refused')).toBe('连不上对方');
});
