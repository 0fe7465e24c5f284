/** 采用核实 under answers that come late, or in another order than they were asked for. */
import { renderPage, stubWx, until } from '../simulate';

interface Asked {
  input: { state: string; after: string | null };
  answer(value: object): void;
}
type Acts = Record<string, (event?: object) => Promise<void>>;

const open: Asked[] = [];
const names = { units: [{ id: 'unit', name: '城关镇', parentId: null, kind: 'township' }] };

beforeEach(() => {
  open.length = 0;
  stubWx({
    ...{ getStorageSync: () => '', setStorageSync: () => undefined },
    cloud: {
      callFunction: ({ data }: { data: { call: string; input: Asked['input'] } }) =>
        new Promise((resolve) => {
          const answer = (value: object) => resolve({ result: { ok: true, value } });
          if (data.call === 'unit.list') answer(names);
          else open.push({ input: data.input, answer });
        }),
    },
  });
});

const printing = (id: string) => ({
  ...{ id, headline: `刊用${id}`, outletName: '示例日报', level: 'county', position: 'other' },
  ...{ printedOn: '2026-11-20', unitId: 'unit', storyNumber: null, reportedAt: 0 },
  isAfterKill: false,
});
const pageOf = (ids: string[], after: string | null) => ({
  adoptions: ids.map(printing),
  after,
});

test('the tab tapped last decides what is shown, and its next page comes once', async () => {
  const page = renderPage('desk/adoptions/adoptions');
  const acts = page.instance as unknown as Acts;
  const idsShown = () => (page.instance.data.lines as { id: string }[]).map(({ id }) => id);
  await until(() => open.length === 1);
  void acts.onStateChange?.({ detail: { chosen: ['verified'] } });
  await until(() => open.length === 2);
  open[1]?.answer(pageOf(['b1'], 'on'));
  await until(() => idsShown().length === 1);
  open[0]?.answer(pageOf(['a1'], null));
  const more = [acts.onReachBottom?.(), acts.onReachBottom?.()];
  expect(open.slice(2).map(({ input }) => input)).toMatchObject([
    { state: 'verified', after: 'on' },
  ]);
  open[2]?.answer(pageOf(['b2'], null));
  await Promise.all(more);
  expect(idsShown()).toEqual(['b1', 'b2']);
  expect(JSON.stringify(page.instance.data.lines)).toContain('城关镇');
  page.detach();
});
