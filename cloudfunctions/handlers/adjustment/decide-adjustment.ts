import { adjustmentDraft, decideAdjustment, type Adjustment } from '../../domain/ledger/adjustment';
import { replace, type Change } from '../../kernel/change';
import type { ParsedOf } from '../../contract';
import { untilCommitted } from '../adoption/until-committed';
import { refused, type CommandScene } from '../handler';
import { planPosting } from '../ledger/plan-posting';
import { viewAdjustment } from './view-adjustment';

/** A second person's word on an adjustment; approved, it is posted in the same commit. */
export const decide = (
  scene: CommandScene,
  input: ParsedOf<'adjustment.approve'>,
  state: 'approved' | 'refused',
) => untilCommitted(() => decideOnce(scene, input, state));

async function decideOnce(
  scene: CommandScene,
  input: ParsedOf<'adjustment.approve'>,
  state: 'approved' | 'refused',
) {
  const { store, now, on } = scene;
  const [person, known] = await Promise.all([
    scene.person(),
    store.readAdjustment(input.adjustmentId),
  ]);
  if (!person) return refused('not_bound');
  if (!known) return refused('not_found');
  const decision = decideAdjustment(known, person, { ...input, state, at: now, on });
  if (!decision.accepted) return refused(decision.refusal);
  const { adjustment } = decision.changes;
  const posted = state === 'approved' ? await planAdjustment(scene, adjustment) : [];
  const committed = await store.commit({
    command: scene.command,
    now,
    changes: [replace('adjustments', adjustment), ...posted],
    value: { adjustment: viewAdjustment(adjustment, { person, on }) },
  });
  return committed.committed ? { ok: true as const, value: committed.value } : undefined;
}

async function planAdjustment(scene: CommandScene, adjustment: Adjustment): Promise<Change[]> {
  const { unitId } = adjustment;
  const place = await scene.store.readPostingPlace({ unitId, familyIds: [], workId: null });
  if (!place) throw new Error('an adjustment is of a unit that is there');
  // Its own id is the event: approved twice, it is posted once.
  return planPosting(scene, {
    ...{ eventId: adjustment._id, drafts: [adjustmentDraft(adjustment)] },
    ...{ closedThrough: place.closedThrough, unitId },
  });
}
