/** When a new version is offered: never while something is on its way or can still be undone. */
import { randomSource, stubWx } from '../simulate';

type Choice = { confirm: boolean };
const storage = new Map<string, unknown>();
let now = 0;
let modals: number;
let restarts: number;
let layers: number;
/** Answers the question; by default at once. */
let choose: () => Promise<Choice>;
let endCall: () => void;

beforeEach(() => {
  storage.clear();
  [now, modals, restarts, layers] = [Date.parse('2026-11-23T09:31:00+08:00'), 0, 0, 1];
  choose = () => Promise.resolve({ confirm: true });
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  jest.resetModules();
  Object.assign(globalThis, { getCurrentPages: () => Array.from({ length: layers }) });
  stubWx({
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
    ...{ ...randomSource(), showToast: () => undefined },
    showModal: () => {
      modals += 1;
      return choose();
    },
    cloud: {
      callFunction: () =>
        new Promise((resolve) => {
          endCall = () => resolve({ result: { ok: true, value: {} } });
        }),
    },
  });
});

afterEach(() => jest.restoreAllMocks());

/** The app at its start, with a new version on board or not. */
async function started(isReady = true) {
  let tell = (): void => undefined;
  stubWx({
    getUpdateManager: () => ({
      onUpdateReady: (listener: () => void) => (tell = listener),
      applyUpdate: () => (restarts += 1),
    }),
  });
  const update = await import('../../../miniprogram/platform/update');
  update.startUpdates();
  if (isReady) tell();
  return (await import('../../../miniprogram/pages/offer-update')).offerUpdate;
}

test('without one nothing is asked', async () => {
  const offer = await started(false);
  await offer();
  expect(modals).toBe(0);
});

test('who agrees starts anew; another page over the tab is not asked', async () => {
  const offer = await started();
  layers = 2;
  await offer();
  expect(modals).toBe(0);
  layers = 1;
  await offer();
  expect([modals, restarts]).toEqual([1, 1]);
});

test('who says later is asked again after half a day', async () => {
  const offer = await started();
  choose = () => Promise.resolve({ confirm: false });
  await offer();
  now += 11 * 3_600_000;
  await offer();
  expect([modals, restarts]).toEqual([1, 0]);
  now += 2 * 3_600_000;
  await offer();
  expect([modals, restarts]).toEqual([2, 0]);
});

test('an approval that can still be undone comes first', async () => {
  const offer = await started();
  const { keepDecision } = await import('../../../miniprogram/client/decisions');
  const input = { storyId: 'story', version: 1, isCleared: true, note: '' };
  await keepDecision({ call: 'story.approve', input } as never, '路灯亮了');
  await offer();
  expect(modals).toBe(0);
  // From then on it is kept and goes out by itself, at the latest at the next start.
  now += 6_000;
  await offer();
  expect(restarts).toBe(1);
});

test('a change on its way comes first, also one that set out while the question stood', async () => {
  const offer = await started();
  const { addUnit } = await import('../../../miniprogram/client/directory');
  const add = () => addUnit({ unitId: 'unit-new' } as never);
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
  const first = add();
  await turn();
  await offer();
  expect(modals).toBe(0);
  endCall();
  await first;

  let second = Promise.resolve<unknown>(undefined);
  choose = async () => {
    second = add();
    await turn();
    return { confirm: true };
  };
  await offer();
  expect([modals, restarts]).toEqual([1, 0]);
  endCall();
  await second;
  choose = () => Promise.resolve({ confirm: true });
  await offer();
  expect([modals, restarts]).toEqual([2, 1]);
});
