import { proposeAdjustment } from '../../domain/ledger/adjustment';
import { create } from '../../kernel/change';
import { refused, type CommandHandler } from '../handler';
import { viewAdjustment } from './view-adjustment';

/** `adjustment.propose`: by the office of the owner's unit; it waits for a second person. */
export const proposeAdjustmentHandler: CommandHandler<'adjustment.propose'> = async (
  { owner: wanted, ...proposal },
  scene,
) => {
  const { store, now, on } = scene;
  const [person, found] = await Promise.all([
    scene.person(),
    store.readOwner({ owner: wanted, standingIds: [] }),
  ]);
  if (!person) return refused('not_bound');
  if (!found) return refused('not_found');
  const decision = proposeAdjustment(proposal, found.owner, person, { at: now, on });
  if (!decision.accepted) return refused(decision.refusal);
  const { adjustment } = decision.changes;
  const committed = await store.commit({
    command: scene.command,
    now,
    changes: [create('adjustments', adjustment)],
    value: { adjustment: viewAdjustment(adjustment, { person, on }) },
  });
  if (!committed.committed) return refused('changed_meanwhile');
  return { ok: true, value: committed.value };
};
