import { maySeeMoney } from '../../domain/ledger/rights';
import { standingIdsOf, standingPeriods } from '../../domain/ledger/standing';
import { refused, type QueryHandler } from '../handler';
import { viewStanding } from './view-standing';

/** `standing.show`: three round trips, whoever it is of. A unit's is open, but for its money. */
export const showStandingHandler: QueryHandler<'standing.show'> = async (input, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const owner = input.owner ?? { kind: 'person' as const, id: person._id };
  const standingIds = standingIdsOf(owner, standingPeriods(scene.on));
  const found = await scene.store.readOwner({ owner, standingIds });
  if (!found) return refused('not_found');
  const mayMoney = maySeeMoney(person, found.owner, scene.on);
  if (owner.kind === 'person' && !mayMoney) return refused('not_allowed');
  const isMine = owner.kind === 'person' && owner.id === person._id;
  const tasksOf = isMine ? person._id : null;
  return {
    ok: true,
    value: { standing: await viewStanding(scene, { ...found, mayMoney, tasksOf }) },
  };
};
