import type { ValueOf } from '../../contract';
import { mayDecide, type Adjustment } from '../../domain/ledger/adjustment';
import type { Person } from '../../domain/people/person';

type AdjustmentView = ValueOf<'adjustment.list'>['adjustments'][number];

/** An adjustment as `person` may see it. */
export function viewAdjustment(
  adjustment: Adjustment,
  { person, on }: { person: Person; on: string },
): AdjustmentView {
  const { _id, owner, ownerName, book, amount, occurredOn, reason, state } = adjustment;
  const { byName, at, decidedByName, decidedAt, note, version } = adjustment;
  return {
    ...{ id: _id, owner: { ...owner, name: ownerName }, book, amount, occurredOn, reason, state },
    ...{ byName, at, decidedByName, decidedAt, note, version },
    mayDecide: mayDecide(adjustment, person, on),
  };
}
