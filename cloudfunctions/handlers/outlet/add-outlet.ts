import { officeScope } from '../../domain/adoption/eligibility';
import { addOutlet } from '../../domain/outlet/change-outlet';
import { create } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewOutlet } from './view-outlet';

/** `outlet.add`: an outlet with its first term. */
export const addOutletHandler: CommandHandler<'outlet.add'> = async (input, scene) => {
  const [asker, outlets] = await Promise.all([scene.person(), scene.store.readOutlets()]);
  if (!asker) return refused('not_bound');
  if (officeScope(asker, scene.on).length === 0) return refused('not_allowed');
  const decision = addOutlet(outlets, input);
  if (!decision.accepted) return refused(decision.refusal);
  const { outlet } = decision.changes;
  return commitChanges(scene, {
    changes: [create('outlets', outlet)],
    subjectId: outlet._id,
    byId: asker._id,
    value: { outlet: viewOutlet(outlet, scene.on) },
  });
};
