/**
 * Requests that an act makes to the database fail in turn: in conflict, not done, done without an
 * answer, the function killed before and after. Then the phone repeats its command: all is as if nothing
 * had failed, once. The same for the storage, and for a clock that is wrong.
 *
 * Every request of the acts of the main job and of the desk is tried, of long and of further ones each
 * third or so, and of the ways that leave the same behind one; FAULTS=all tries all of all. docs/faults.md says what was seen.
 */
import { everyFailure, everyJump } from './every-failure';
import { startFaultRoom, type FaultRoom } from './fault-room';

const isWhole = process.env.FAULTS === 'all';

/** A hundred requests, most of them of one kind: each so many is tried. */
const steps: Record<string, number> = {
  'closing closing a month': 3,
  'closing computing a quarter': 3,
  'closing computing a year': 6,
  'closing closing a quarter': 8,
  'closing closing a year': 16,
};

/** These read, find nothing to mend, or keep papers that nothing in the database tells of. */
const unwritten = /^(session\.open|standing\.rebuild|bulletin\.export)/;

/** In one room: two files share the acts, so that two workers share the time. */
export function roomOfActs(): FaultRoom[] {
  const rooms: FaultRoom[] = [];
  beforeAll(async () => {
    rooms.push(await startFaultRoom());
  });
  afterAll(() => Promise.all(rooms.map((room) => room.stop())));
  return rooms;
}

/** Of each act so many-th requests are tried, of one act these and of the next others. */
export function testFailures(rooms: FaultRoom[], names: string[], every = 1): void {
  const rows = names.map((name, n) => ({ name, skip: n }));
  test.each(rows)(
    '$name leaves what it leaves undisturbed, whichever request fails',
    async (row) => {
      const { name } = row;
      const step = isWhole ? 1 : (steps[name] ?? every);
      const wanted = { isWhole, step, skip: row.skip % step };
      const { changes, tried, found } = await everyFailure(rooms, name, wanted);
      expect(found).toEqual([]);
      expect(changes.length > 0).toBe(!unwritten.test(name));
      expect(tried).toBeGreaterThan(0);
    },
  );
}

/** The least number of requests to the storage that each makes. */
export function testStorage(rooms: FaultRoom[], taking: Record<string, number>): void {
  describe.each(['storage', 'downloads'] as const)('a request to the %s that fails', (place) => {
    test.each(Object.entries(taking))('%s leaves all the same', async (name, least) => {
      const { requests, found } = await everyFailure(rooms, name, { place });
      expect(found).toEqual([]);
      expect(requests.length).toBeGreaterThanOrEqual(place === 'storage' ? least : 1);
    });
  });
}

const hourMs = 3_600_000;
// What the clock itself does would then be done first.
const clockwork = /^(period\.|closing )/;

export function testJumps(rooms: FaultRoom[], names: string[]): void {
  const timeless = names.filter((name) => !clockwork.test(name));
  test.each(timeless)('%s is done once when the clock is wrong and then right', async (name) => {
    // After more than a day ahead the clock hands waiting stories on, and who acts is told so.
    const jumps = [-26 * hourMs, -hourMs, hourMs, 20 * hourMs];
    for (const seen of await everyJump(rooms, name, jumps)) {
      expect(seen).toMatchObject({ difference: null });
      // A day ago nobody had a duty yet; what was refused then is accepted now, what was accepted stays.
      const accepted = seen.answers.filter((answer) => !answer.startsWith('{"ok":false'));
      expect(accepted.at(-1)).toBe(seen.answers.at(-1));
      if (name !== 'session.open') expect(new Set(accepted).size).toBe(1);
      expect(seen.receipts).toBeLessThanOrEqual(1);
    }
  });
}
