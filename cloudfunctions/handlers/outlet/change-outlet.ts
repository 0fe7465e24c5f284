import { officeScope } from '../../domain/adoption/eligibility';
import { changeOutlet } from '../../domain/outlet/change-outlet';
import { replace } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewOutlet } from './view-outlet';

/** `outlet.change`: names, channels, a new term; what was printed before stays what it was. */
export const changeOutletHandler: CommandHandler<'outlet.change'> = async (input, scene) => {
  const [asker, outlets] = await Promise.all([scene.person(), scene.store.readOutlets()]);
  if (!asker) return refused('not_bound');
  if (officeScope(asker, scene.on).length === 0) return refused('not_allowed');
  const decision = changeOutlet(outlets, input, scene.on);
  if (!decision.accepted) return refused(decision.refusal);
  const { outlet } = decision.changes;
  if (outlet.version !== input.version + 1) return refused('changed_meanwhile');
  return commitChanges(scene, {
    changes: [replace('outlets', outlet)],
    subjectId: outlet._id,
    byId: asker._id,
    value: { outlet: viewOutlet(outlet, scene.on) },
  });
};
