/**
 * Requests that an act of the main job makes to the database fail in turn: in conflict, not done, done
 * without an answer, the function killed before and after. Then the phone repeats its command: all is
 * as if nothing had failed, once.
 *
 * Every request of every act is tried, a read in three of the five ways, since to fail before and after
 * it is the same; FAULTS=all tries all five. docs/faults.md says what was seen.
 */
import { everyFailure } from '../support/every-failure';
import { acts, startFaultRoom, type FaultRoom } from '../support/fault-room';

const isWhole = process.env.FAULTS === 'all';

/** Two, since two cores work on them. */
let rooms: FaultRoom[] = [];
beforeAll(async () => {
  rooms = await Promise.all([startFaultRoom(), startFaultRoom()]);
});
afterAll(() => Promise.all(rooms.map((room) => room.stop())));

test.each(Object.keys(acts))(
  '%s leaves what it leaves undisturbed, whichever request fails',
  async (name) => {
    const { requests, tried, found } = await everyFailure(rooms, name, { isWhole });
    expect(found).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(requests.length * 3);
  },
);
