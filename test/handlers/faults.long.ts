/**
 * Every request that an act of the main job makes to the database fails in turn: in conflict, not done,
 * done without an answer, the function killed before and after. Then the phone repeats its command:
 * all is as if nothing had failed, once.
 */
import { acts } from '../support/fault-room';
import { everyFailure } from '../support/every-failure';

test.each(Object.keys(acts))(
  '%s leaves what it leaves undisturbed, whichever request fails',
  async (name) => {
    const { requests, tried, found } = await everyFailure(name, {});
    expect(found).toEqual([]);
    expect(tried).toBe(requests * 5);
  },
  1_800_000,
);
