/**
 * Requests that an act of the main job makes to the database fail in turn: in conflict, not done, done
 * without an answer, the function killed before and after. Then the phone repeats its command: all is
 * as if nothing had failed, once.
 *
 * Every request of every act takes hours on two cores, so the long run tries each eighth request of
 * the acts below; FAULTS=all tries every request of all (docs/faults.md says what was run).
 */
import { acts } from '../support/fault-room';
import { everyFailure } from '../support/every-failure';

const isWhole = process.env.FAULTS === 'all';
const usual = [
  ...['session.open', 'invite.redeem', 'code.make', 'story.return', 'story.approve'],
  ...['story.approve at the second stage', 'adoption.verify'],
];
const step = isWhole ? 1 : 8;

test.each(isWhole ? Object.keys(acts) : usual)(
  '%s leaves what it leaves undisturbed, whichever request fails',
  async (name) => {
    const { requests, tried, found } = await everyFailure(name, { step });
    expect(found).toEqual([]);
    expect(tried).toBe(Math.ceil(requests / step) * 5);
  },
  1_800_000,
);
