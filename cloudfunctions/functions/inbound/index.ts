/**
 * What comes in from outside: over HTTP the answers of channels and the photo links they were
 * given, and the platform's message push with results of photo checks.
 */
import { receiveCheck } from '../../handlers/check/receive-check';
import { now } from '../../kernel/clock';
import { dayOf } from '../../kernel/days';
import { newId } from '../../kernel/ids';
import { pause } from '../../kernel/pause';
import { openStore, takeTrips, type Store } from '../../store';
import { answerHttp, isHttpEvent, type HttpAnswer } from './http';

let store: Store | undefined;

/** Over HTTP an answer of its own; to a push what WeChat expects, whatever the message was. */
export async function main(event: unknown): Promise<string | HttpAnswer> {
  store ??= openStore();
  const at = now();
  const scene = { store, now: at, on: dayOf(at), newId };
  takeTrips();
  const isHttp = isHttpEvent(event);
  const answered = isHttp ? await answerHttp(event, scene) : undefined;
  const outcome = answered?.outcome ?? (await receiveCheck(event, { ...scene, pause }));
  const line = { job: 'inbound', outcome, ms: now() - at, trips: takeTrips() };
  console.log(JSON.stringify(line));
  return answered?.answer ?? 'success';
}
