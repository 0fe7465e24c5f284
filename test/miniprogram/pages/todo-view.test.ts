/** What the tab 待办 shows for what the cloud said. */
import { readWaiting, type Waiting } from '../../../miniprogram/client/waiting';
import { countOf, filterOf, viewOfWaiting } from '../../../miniprogram/pages/todo/view';
import { aStoryView } from '../a-story';
import { stubWx } from '../simulate';

const looking = { now: 0, unitNames: {}, decided: [] };
const waiting = (queue: Waiting['queue']): Waiting => ({
  ...{ queue, returned: [], tips: [], printings: null, stuckCount: 0 },
  ...{ appealCount: 0, isDesk: false },
});

test('whoever has not joined is told what would wait here, not of an error', () => {
  const answer = waiting({ ok: false, refusal: 'not_bound' });
  expect(viewOfWaiting(answer, looking)).toEqual({ state: 'visitor' });
});

test('without a network there is a message', () => {
  const view = viewOfWaiting(waiting({ ok: false, failure: 'no_network' }), looking);
  expect(view.state).toBe('failed');
});

test('a reviewer with an empty queue sees it open and empty', () => {
  const answer = waiting({ ok: true, value: { stories: [], after: null } });
  expect(viewOfWaiting(answer, looking)).toMatchObject({ state: 'open', lines: [] });
});

test('deliveries that gave up and appeals wait for the office as everything else does', () => {
  const empty = waiting({ ok: true, value: { stories: [], after: null } });
  const view = viewOfWaiting({ ...empty, stuckCount: 2, appealCount: 1, isDesk: true }, looking);
  const words = { stuck: { words: '2 条待人工处理' }, appeals: { words: '1 条待答复' } };
  expect(view).toMatchObject(words);
  expect(countOf(view)).toEqual({ count: 3, isMore: false });
  const printings = { count: 20, isMore: true };
  expect(countOf(viewOfWaiting({ ...empty, printings }, looking))).toEqual(printings);
});

test('as many waiting stories are read again as were shown, and the tab says that there are more', async () => {
  const pageOf = (from: number) =>
    Array.from({ length: 20 }, (_, n) => aStoryView({ id: `s${from + n}` }));
  const asked: (string | null)[] = [];
  stubWx({
    getStorageSync: () => '',
    setStorageSync: () => undefined,
    cloud: {
      callFunction: ({ data }: { data: { call: string; input: { after: string | null } } }) => {
        if (data.call !== 'queue.list') return Promise.reject(new Error('cloud.callFunction:fail'));
        const { after } = data.input;
        asked.push(after);
        const from = Number(after ?? 0);
        const value = { stories: pageOf(from), after: String(from + 20) };
        return Promise.resolve({ result: { ok: true, value } });
      },
    },
  });
  const seen = async (shownCount: number) =>
    countOf(viewOfWaiting(await readWaiting({ kind: null }, shownCount), looking));
  expect(await seen(0)).toEqual({ count: 20, isMore: true });
  expect(await seen(39)).toEqual({ count: 40, isMore: true });
  expect(asked).toEqual([null, null, '20']);
});

test('a filter is what presses or a kind, and a unit beside either', () => {
  expect(filterOf('', '')).toEqual({ kind: null });
  expect(filterOf('overdue', '')).toEqual({ kind: null, pressing: 'overdue' });
  expect(filterOf('news', 'township')).toEqual({ kind: 'news', unitId: 'township' });
});
