import { awaitedMax } from '../../../cloudfunctions/handlers/check/receive-check';
import { dayOf } from '../../../cloudfunctions/kernel/days';
import type { RunningCloud } from './cloud';

const dayMs = 24 * 60 * 60 * 1000;

/** As on a day of many unknown results of photo checks: `inbound` waits for none. Holds some days. */
export async function awaitNone(cloud: RunningCloud): Promise<void> {
  const counters = cloud.sdk().database().collection('counters');
  for (const days of [-1, 0, 1, 2]) {
    const on = dayOf(Date.now() + days * dayMs);
    await counters.doc(`message_awaited:${on}`).set({ version: awaitedMax });
  }
}
