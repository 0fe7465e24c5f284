/** Forms that offer today: opened on one day, sent on the next. Their own code, without what they draw. */
import { randomSource, stubWx } from '../simulate';

interface FormPage extends Record<string, (detail?: object) => Promise<void>> {
  onLoad(query?: object): Promise<void>;
}
interface Shown {
  today: string;
  form: Record<string, unknown>;
  /** What the page says of its last try. */
  said: string;
}
interface Kept {
  typed: { form: { printedOn: string } };
}

const evening = Date.parse('2026-11-26T23:58:00+08:00');
const morning = Date.parse('2026-11-27T00:03:00+08:00');
const [thatDay, nextDay, chosenDay] = ['2026-11-26', '2026-11-27', '2026-11-20'];
const moved = '日期改成了11月27日';

const answers: Record<string, object> = {
  'unit.list': { units: [{ id: 'unit', name: '城关镇', parentId: null, kind: 'township' }] },
  'period.list': { periods: [] },
  'outlet.list': { outlets: [] },
  'channel.list': { channels: [] },
};
const storage = new Map<string, string>();
let now: number;
let sent: Record<string, unknown>[];

beforeEach(() => {
  now = evening;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  storage.clear();
  sent = [];
  stubWx({
    getStorageSync: (key: string): unknown => JSON.parse(storage.get(key) ?? '""'),
    setStorageSync: (key: string, value: unknown) => storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    getNetworkType: () => Promise.resolve({ networkType: 'none' }),
    ...randomSource(),
    ...{ setNavigationBarTitle: nothing, navigateBack: nothing, showToast: nothing },
    cloud: {
      callFunction: ({ data }: { data: { call: string; input: Record<string, unknown> } }) => {
        const value = answers[data.call];
        if (value) return Promise.resolve({ result: { ok: true, value } });
        if (!data.call.endsWith('.show')) sent.push(data.input);
        return Promise.reject(new Error('cloud.callFunction:fail'));
      },
    },
  });
});

afterEach(() => jest.restoreAllMocks());

const definitions = {
  fact: () => import('../../../miniprogram/desk/fact/fact'),
  register: () => import('../../../miniprogram/desk/register/register'),
  outlet: () => import('../../../miniprogram/admin/outlet/outlet'),
  adjustment: () => import('../../../miniprogram/standing/adjustment/adjustment'),
  report: () => import('../../../miniprogram/pages/report/report'),
};
type Name = keyof typeof definitions;
const loaded = new Map<Name, { data: object }>();

/** A page as WeChat makes it: opened, shown and read. */
async function opened(name: Name, query: object = {}) {
  Object.assign(globalThis, { Page: (one: { data: object }) => loaded.set(name, one) });
  await definitions[name]();
  const definition = loaded.get(name);
  const page = {
    ...definition,
    data: { ...definition?.data },
    setData(change: object) {
      Object.assign(this.data, change);
    },
  };
  const own = page as unknown as FormPage; // its methods, by name
  await own.onLoad(query);
  await settled();
  const shown = () => {
    const { refused, saved, ...data } = page.data as unknown as Shown & Record<string, string>;
    return { ...data, said: refused ?? saved ?? '' };
  };
  return { own, shown };
}

function nothing(): Promise<void> {
  return Promise.resolve();
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
const field = (name: string, value: unknown) => ({
  detail: { value, change: { [name]: value } },
  currentTarget: { dataset: { field: name } },
});

const aReport = { storyId: 'story', headline: 'h' };

/** Each form: where its day stands, how it is chosen, and how what is filled is sent. */
const forms: [Name, string, { choose: string; send: string; filled: object }][] = [
  [
    ...(['fact', 'occurredOn'] as const),
    { choose: 'onFieldChange', send: 'onSaveTap', filled: { kind: 'training', unitId: 'unit' } },
  ],
  ['register', 'printedOn', { choose: 'onFormChange', send: 'onSaveTap', filled: {} }],
  [
    ...(['outlet', 'since'] as const),
    {
      ...{ choose: 'onFieldChange', send: 'onSaveTap' },
      filled: { name: '示例晚报', level: 'county', outletClass: 'paper' },
    },
  ],
  [
    ...(['adjustment', 'occurredOn'] as const),
    {
      ...{ choose: 'onDayChange', send: 'onProposeTap' },
      filled: { ownerId: 'lin', amount: '2', reason: '漏记' },
    },
  ],
  ['report', 'printedOn', { choose: 'onDayChange', send: 'onSendTap', filled: {} }],
];

describe.each(forms)('%s', (name, day, { choose, send, filled }) => {
  const query = name === 'report' ? aReport : {};

  test('shown again on the next day, it offers that', async () => {
    const { own, shown } = await opened(name, query);
    expect(shown().form[day]).toBe(thatDay);
    now = morning;
    await own.onShow?.();
    expect(shown()).toMatchObject({ today: nextDay, form: { [day]: nextDay } });
  });

  test('sent past midnight, it says the new day first, and is sent with that at the next tap', async () => {
    const { own, shown } = await opened(name, query);
    await own.fill?.(filled);
    now = morning;
    await own[send]?.();
    expect(sent).toEqual([]);
    expect(shown().said).toContain(moved);
    expect(shown().form[day]).toBe(nextDay);
    await own[send]?.();
    expect(sent).toMatchObject([{ [day]: nextDay }]);
  });

  test('a day that was chosen stays', async () => {
    const { own, shown } = await opened(name, query);
    await own.fill?.(filled);
    await own[choose]?.(field(day, chosenDay));
    now = morning;
    await own.onShow?.();
    expect(shown()).toMatchObject({ today: nextDay, form: { [day]: chosenDay } });
    await own[send]?.();
    expect(sent).toMatchObject([{ [day]: chosenDay }]);
  });
});

test('a report that was typed and left offers the day on which it is opened again', async () => {
  const before = await opened('report', aReport);
  await before.own.onTextChange?.(field('note', '二版'));
  now = morning;
  const after = await opened('report', aReport);
  expect(after.shown().form).toMatchObject({ printedOn: nextDay, note: '二版' });
  await after.own.onDayChange?.(field('printedOn', chosenDay));
  const last = await opened('report', aReport);
  expect(last.shown().form).toMatchObject({ printedOn: chosenDay });
  const kept = JSON.parse(storage.get('report:story') ?? '{}') as Kept;
  expect(kept.typed.form.printedOn).toBe(chosenDay);
});
