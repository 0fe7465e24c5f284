/** What the tab 待办 shows for what the cloud said. */
import type { Waiting } from '../../../miniprogram/client/waiting';
import { filterOf, viewOfWaiting } from '../../../miniprogram/pages/todo/view';

const looking = { now: 0, unitNames: {}, decided: [] };
const waiting = (queue: Waiting['queue']): Waiting => ({
  ...{ queue, returned: [], tips: [], printings: null, isDesk: false },
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

test('a filter is what presses or a kind, and a unit beside either', () => {
  expect(filterOf('', '')).toEqual({ kind: null });
  expect(filterOf('overdue', '')).toEqual({ kind: null, pressing: 'overdue' });
  expect(filterOf('news', 'township')).toEqual({ kind: 'news', unitId: 'township' });
});
