import { usualArrangement, type Arrangement } from '../../domain/bulletin/columns';
import { keepsRulebook } from '../../domain/points/keepers';
import { create, replace } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';

/** `bulletin.arrange`: holds for figures that are computed from now on. */
export const arrangeBulletinHandler: CommandHandler<'bulletin.arrange'> = async (input, scene) => {
  const [person, known] = await Promise.all([scene.person(), scene.store.readArrangement()]);
  if (!person) return refused('not_bound');
  if (!keepsRulebook(person, scene.on)) return refused('not_allowed');
  const before = known ?? usualArrangement;
  if (before.version !== input.version) return refused('changed_meanwhile');
  const after: Arrangement = { ...before, ...input, version: before.version + 1 };
  const { layout, noticeDays, version } = after;
  return commitChanges(scene, {
    changes: [known ? replace('settings', after) : create('settings', after)],
    ...{ subjectId: after._id, byId: person._id },
    value: { arrangement: { layout, noticeDays, version } },
  });
};
