/** What comes in from outside. Today: the platform's message push with results of photo checks. */
import { receiveCheck } from '../../handlers/check/receive-check';
import { now } from '../../kernel/clock';
import { dayOf } from '../../kernel/days';
import { newId } from '../../kernel/ids';
import { openStore, takeTrips, type Store } from '../../store';

let store: Store | undefined;

/** Answers what WeChat expects of a receiver, whatever the message was. */
export async function main(event: unknown): Promise<string> {
  store ??= openStore();
  const at = now();
  takeTrips();
  const outcome = await receiveCheck(event, { store, now: at, on: dayOf(at), newId });
  const line = { job: 'inbound', outcome, ms: now() - at, trips: takeTrips() };
  console.log(JSON.stringify(line));
  return 'success';
}
