/**
 * Requests that an act of the main job makes to the database fail in turn: in conflict, not done, done
 * without an answer, the function killed before and after. Then the phone repeats its command: all is
 * as if nothing had failed, once.
 *
 * Every request of every act is tried, a read in three of the five ways, since to fail before and after
 * it is the same; FAULTS=all tries all five. docs/faults.md says what was seen.
 */
import { everyFailure, everyJump } from '../support/every-failure';
import { acts, startFaultRoom, type FaultRoom } from '../support/fault-room';

const isWhole = process.env.FAULTS === 'all';

/** Two, since two cores work on them. */
let rooms: FaultRoom[] = [];
beforeAll(async () => {
  rooms = await Promise.all([startFaultRoom(), startFaultRoom()]);
});
afterAll(() => Promise.all(rooms.map((room) => room.stop())));

const names = Object.keys(acts);

test.each(names)('%s leaves what it leaves undisturbed, whichever request fails', async (name) => {
  const { requests, tried, found } = await everyFailure(rooms, name, { isWhole });
  expect(found).toEqual([]);
  expect(tried).toBeGreaterThanOrEqual(requests.length * 3);
});

describe.each(['storage', 'downloads'] as const)('a request to the %s that fails', (place) => {
  test.each(['story.file', 'story.refile'])('%s leaves all the same', async (name) => {
    const { requests, found } = await everyFailure(rooms, name, { place });
    expect(found).toEqual([]);
    // A look for the copy, the copy, its bytes; a link for the platform.
    expect(requests.length).toBeGreaterThanOrEqual(place === 'storage' ? 4 : 1);
  });
});

const hourMs = 3_600_000;
test.each(names)('%s is done once when the clock is wrong and then right', async (name) => {
  const jumps = [-26 * hourMs, -hourMs, hourMs, 26 * hourMs];
  for (const seen of await everyJump(rooms, name, jumps)) {
    expect(seen).toMatchObject({ difference: null });
    expect(new Set(seen.answers).size).toBe(1);
    expect(seen.receipts).toBeLessThanOrEqual(1);
  }
});
