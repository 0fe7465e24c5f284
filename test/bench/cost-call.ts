/** What one call asks of the platform, and how much it answers. */
import { functionCalls, type CallName, type InputOf } from '../../cloudfunctions/contract';
import type { Phone } from '../support/county/county';
import type { TripCounter, Trips } from './trips';

export interface CallCost extends Trips {
  call: string;
  answerBytes: number;
}

/** Makes the call once; throws when it is refused. */
export async function costCall<Name extends CallName>(
  counter: TripCounter,
  { phone, call, input }: { phone: Phone; call: Name; input: InputOf<Name> },
): Promise<CallCost> {
  const owner = Object.entries(functionCalls).find(([, calls]) => call in calls)?.[0];
  if (!owner) throw new Error('the contract says whose call it is, by its type');
  counter.take(owner);
  const answer = await phone.call(call, input);
  if (!answer.ok) throw new Error(`${call}: ${JSON.stringify(answer)}`);
  const answerBytes = Buffer.byteLength(JSON.stringify(answer));
  return { call, ...counter.take(owner), answerBytes };
}
