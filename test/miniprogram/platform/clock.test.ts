/** A phone whose clock is days off: what is shown and offered goes by the cloud's time. */
import { openSession } from '../../../miniprogram/client/directory';
import { cloudNow, hearCloudTime, startClock } from '../../../miniprogram/platform/clock';
import { aStoryView } from '../a-story';
import { renderPage, stubWx, until } from '../simulate';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const truly = Date.parse('2026-11-23T09:31:00+08:00');
const storage = new Map<string, unknown>();
let now: number;
let answers: Record<string, object>;

beforeEach(() => {
  storage.clear();
  startClock();
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  answers = {};
  const nothing = () => undefined;
  stubWx({
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    ...{ getWindowInfo: () => ({ windowWidth: 390 }), onNetworkStatusChange: nothing },
    ...{ showTabBar: nothing, setTabBarBadge: nothing, removeTabBarBadge: nothing },
    getNetworkType: () => Promise.resolve({ networkType: 'none' }),
    cloud: {
      callFunction: ({ data }: { data: { call: string } }) => {
        const value = answers[data.call];
        if (value) return Promise.resolve({ result: { ok: true, value } });
        return Promise.reject(new Error('cloud.callFunction:fail'));
      },
    },
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  storage.clear();
  startClock();
});

const offBy = (hours: number) => truly + hours * hourMs;
const session = () => ({ organ: null, person: null, uploadFolder: '', now: truly });

describe.each([48, -48])('a phone %s hours ahead', (hours) => {
  beforeEach(() => (now = offBy(hours)));

  test('counts by its own clock until the cloud has told the time, and by that at later starts', async () => {
    await openSession();
    expect(cloudNow()).toBe(now);
    answers['session.open'] = session();
    await openSession();
    expect(cloudNow()).toBe(truly);
    startClock();
    now += hourMs;
    expect(cloudNow()).toBe(truly + hourMs);
  });

  test('the queue says what is left by the cloud’s time', async () => {
    answers['session.open'] = session();
    await openSession();
    const { content: _content, ...line } = aStoryView({ dueAt: truly + 20 * hourMs });
    answers = { ...answers, 'queue.list': { stories: [line], after: null } };
    answers = {
      ...answers,
      'story.list': { stories: [], after: null },
      'unit.list': { units: [] },
    };
    const page = renderPage('pages/todo/todo');
    await until(() => page.text().includes(line.headline));
    expect(page.text()).toContain('剩20小时');
    page.detach();
  });
});

test('minutes count as none, and so does what an answer was on its way', () => {
  now = truly;
  hearCloudTime(truly + 2 * minuteMs, truly);
  expect(cloudNow()).toBe(now);
  now = truly + 2 * minuteMs;
  hearCloudTime(truly + minuteMs + 48 * hourMs, truly);
  expect(cloudNow()).toBe(now + 48 * hourMs);
  const settled = cloudNow();
  hearCloudTime(settled + minuteMs, now);
  expect(cloudNow()).toBe(settled);
});

test('an answer that took long, or came while the clock was set, tells no time', () => {
  now = truly;
  hearCloudTime(offBy(48), truly - 4 * minuteMs);
  hearCloudTime(offBy(48), truly + hourMs);
  expect(cloudNow()).toBe(truly);
});

test('a clock that was set right counts at the next answer', () => {
  now = offBy(48);
  hearCloudTime(truly, now);
  now = truly;
  hearCloudTime(truly, now);
  expect(cloudNow()).toBe(truly);
});
