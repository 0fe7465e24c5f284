/** Round trips and answer bytes of the ledger's everyday calls, each made once warm. */
import type { CallName, InputOf } from '../../cloudfunctions/contract';
import type { Phone } from '../support/county/county';
import type { LedgerRoom } from '../support/county/ledger-room';
import { facts } from '../support/county/printing';
import { costCall, type CallCost } from './cost-call';
import type { TripCounter } from './trips';

export async function measurePoints(room: LedgerRoom, counter: TripCounter): Promise<CallCost[]> {
  const { story } = await room.aPrinted('county');
  for (let n = 0; n < 25; n += 1) await room.aPrinted('county');
  const costs: CallCost[] = [];
  const cost = async <Name extends CallName>(phone: Phone, call: Name, input: InputOf<Name>) =>
    void costs.push(await costCall(counter, { phone, call, input }));
  const all = { period: 'all', after: null };
  await cost(room.lin, 'standing.show', { owner: null });
  await cost(room.lin, 'entry.list', { owner: null, book: null, ...all });
  await cost(room.lin, 'ranking.list', { kind: 'person', book: 'points', ...all });
  await cost(room.lin, 'unit.board', { unitId: room.townshipId, period: 'all' });
  const adoptionId = await room.report(story, 'city');
  // Posts to the author's and the unit's account.
  await cost(room.zhou, 'adoption.verify', {
    ...{ adoptionId, version: 1, note: '', ...facts(room.outlets.city) },
  });
  return costs;
}
