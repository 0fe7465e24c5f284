/** One act, with every one of its requests failing in turn in every way. */
import { acts, startFaultRoom } from './fault-room';
import { faultActions, trial, type Failure, type Seen } from './faults';

/** One way of failing, and what was other than in an undisturbed run. */
export interface Found {
  failure: Failure;
  what: string[];
}

export interface Tried {
  requests: number;
  tried: number;
  found: Found[];
}

/** Tries `actions` at every `step`-th request of the act, in a room of its own. */
export async function everyFailure(
  name: string,
  { actions = faultActions, step = 1 }: { actions?: readonly Failure['action'][]; step?: number },
): Promise<Tried> {
  const prepare = acts[name];
  if (!prepare) throw new Error(`${name} is no act`);
  const room = await startFaultRoom();
  try {
    // The first run of all fetches tokens and opens accounts; the second is what is compared with.
    await trial(room, prepare);
    const undisturbed = await trial(room, prepare);
    const found: Found[] = [];
    let tried = 0;
    for (let nth = 1; nth <= undisturbed.requests; nth += step) {
      for (const action of actions) {
        const failure = { nth, action };
        const seen = await trial(room, prepare, failure).catch((error: Error) => error);
        tried += 1;
        const what = differences(undisturbed, seen);
        if (what.length > 0) found.push({ failure, what });
      }
    }
    return { requests: undisturbed.requests, tried, found };
  } finally {
    await room.stop();
  }
}

function differences(undisturbed: Seen, seen: Seen | Error): string[] {
  if (seen instanceof Error) return [seen.message];
  const [told = ''] = undisturbed.answers;
  const [wanted, got] = [undisturbed.changes, seen.changes].map((all) => all.filter(isKept));
  const missing = without(wanted ?? [], got ?? []).map((line) => `missing: ${line}`);
  const added = without(got ?? [], wanted ?? []).map((line) => `too much: ${line}`);
  const answers = seen.answers.filter((one) => one !== told);
  return [
    ...answers.map((one) => `answered ${one} instead of ${told}`),
    ...missing,
    ...added,
    ...(seen.settled === undisturbed.settled ? [] : [`then: ${seen.settled}`]),
    ...(seen.difference ? [`audit: ${JSON.stringify(seen.difference)}`] : []),
  ];
}

// A check that a failure kept from being made is made again when the story is opened: what matters is
// that all is checked then, not in how many lines.
function isKept(line: string): boolean {
  return !/^content_traces|^counters\/message_refused|"call":"(content\.check|story\.claim)"|"kind":"content_checked"/.test(
    line,
  );
}

/** What the first list has more of. */
function without(lines: string[], others: string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const place = left.indexOf(line);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}
