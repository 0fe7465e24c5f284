/** One act, with every one of its requests failing in turn in every way. */
import { acts } from './fault-acts';
import type { Act, FaultRoom } from './fault-room';
import { jumpingTrial, places, putBack, rest, trial } from './faults';
import type { FaultAction, Failure, Place, Seen } from './faults';

/** One way of failing, and what was other than in an undisturbed run. */
export interface Found {
  failure: Failure;
  request: string;
  what: string[];
}

export interface Tried {
  requests: string[];
  /** What an undisturbed run changes. */
  changes: string[];
  tried: number;
  found: Found[];
}

export interface Wanted {
  place?: Place;
  actions?: readonly FaultAction[];
  /** Each so many requests one is tried. */
  step?: number;
  /** So many come before the first that is tried. */
  skip?: number;
  /** Also what leaves the same behind as another failure does; phones do not wait. */
  isWhole?: boolean;
}

/** Tries the act's failures in these rooms, shared among them. */
export async function everyFailure(
  rooms: FaultRoom[],
  name: string,
  wanted: Wanted = {},
): Promise<Tried> {
  const { place = 'database' } = wanted;
  const scenes = await Promise.all(rooms.map((room) => undisturbedIn(room, { name, place })));
  const { requests = [], changes = [] } = scenes[0]?.undisturbed ?? {};
  const isOutward = place !== 'database' || scenes[0]?.act.isOutward;
  const given = { actions: places[place].actions, isOutward, ...wanted };
  const failures = failuresOf(requests, given);
  const found: Found[] = [];
  let next = 0;
  await Promise.all(
    scenes.map(async ({ room, act, undisturbed }) => {
      for (let n = next++; n < failures.length; n = next++) {
        const failure = failures[n] as Failure; // n is below its length
        const way = { place, failure, isHasty: wanted.isWhole };
        const seen = await trial(room, act, way).catch(async (error: Error) => {
          await putBack(room);
          return error;
        });
        const what = differences(undisturbed, seen);
        const request = requests[failure.nth - 1] ?? '';
        if (what.length > 0) found.push({ failure, request, what });
      }
    }),
  );
  return { requests, changes, tried: failures.length, found };
}

/** The act under clocks that are wrong by so much, shared among the rooms. */
export async function everyJump(rooms: FaultRoom[], name: string, jumps: number[]) {
  const call = name.split(' ')[0] ?? '';
  const scenes = await Promise.all(rooms.map((room) => prepared(room, name)));
  const left = [...jumps];
  const seen = scenes.map(async ({ room, act }) => {
    const of: Awaited<ReturnType<typeof jumpingTrial>>[] = [];
    for (let ms = left.shift(); ms !== undefined; ms = left.shift()) {
      of.push(await jumpingTrial(room, act, { ms, call }));
    }
    return of;
  });
  return (await Promise.all(seen)).flat();
}

interface Scene {
  room: FaultRoom;
  act: Act;
  undisturbed: Seen;
}

async function undisturbedIn(
  one: FaultRoom,
  { name, place }: { name: string; place: Place },
): Promise<Scene> {
  const { room, act } = await prepared(one, name);
  // The first run of all starts functions; the second is what is compared with.
  await trial(room, act, { place });
  return { room, act, undisturbed: await trial(room, act, { place }) };
}

async function prepared(room: FaultRoom, name: string): Promise<Pick<Scene, 'room' | 'act'>> {
  const prepare = acts[name];
  if (!prepare) throw new Error(`${name} is no act`);
  const act = await prepare(room);
  await rest(room);
  await room.cloud.control('database', 'keep');
  return { room, act };
}

const reads = ['database.getDocument', 'database.calculateDocument', 'database.aggregateDocuments'];

/**
 * To a read, failing before and after it was done are one. A function that is killed before a request
 * leaves what it leaves when it is killed after the write before that, unless it did something elsewhere
 * in between; starting it again is most of what such a try costs.
 */
function failuresOf(
  requests: string[],
  { actions = [], step = 1, skip = 0, isWhole, isOutward }: Wanted & Pick<Act, 'isOutward'>,
): Failure[] {
  const isOne = (action: FaultAction, n: number) => {
    if (reads.includes(requests[n] ?? '') && /after/i.test(action)) return true;
    return action === 'kill' && n > 0 && !isOutward;
  };
  return requests.flatMap((_request, n) => {
    if (n % step !== skip) return [];
    const own = actions.filter((action) => isWhole || !isOne(action, n));
    return own.map((action) => ({ nth: n + 1, action }));
  });
}

function differences(undisturbed: Seen, seen: Seen | Error): string[] {
  if (seen instanceof Error) return [seen.message];
  const [told = ''] = undisturbed.answers;
  const [wanted, got] = [undisturbed.changes, seen.changes].map((all) => all.filter(isKept));
  const missing = without(wanted ?? [], got ?? []).map((line) => `missing: ${line}`);
  const added = without(got ?? [], wanted ?? []).map((line) => `too much: ${line}`);
  const answers = seen.answers.filter((one) => one !== told);
  return [
    ...(seen.failed ? [] : ['the request was not met']),
    ...answers.map((one) => `answered ${one} instead of ${told}`),
    ...missing,
    ...added,
    ...(seen.settled === undisturbed.settled ? [] : [`then: ${seen.settled}`]),
    ...(seen.difference ? [`audit: ${JSON.stringify(seen.difference)}`] : []),
  ];
}

// A check that a failure kept from being made is made again when the story is opened: what matters is
// that all is checked then, not in how many lines. Messages that were answered already are counted.
const uncompared = [
  /^counters\/(message_awaited|message_refused|answer_replayed)/,
  /"call":"(content\.check|story\.claim)"/,
  /"kind":"content_(un)?checked"/,
];
const isKept = (line: string) => uncompared.every((form) => !form.test(line));

/** What the first list has more of. */
function without(lines: string[], others: string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const place = left.indexOf(line);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}
