import { wrongCodesMax } from '../../domain/people/invite';
import { foundOrgan } from '../../domain/organ/found-organ';
import { create, remove } from '../../kernel/change';
import { assert } from '../../kernel/faults';
import { hashText } from '../../kernel/hash';
import { normalizeCode } from '../../kernel/ids';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewPersonLine } from '../person/view-person';

/** `organ.found`: the organ, its root unit, its first administrator and the binding, or nothing. */
export const foundOrganHandler: CommandHandler<'organ.found'> = async (input, scene) => {
  const { store, now, openid } = scene;
  const [organ, bootstrap, wrongCodes, binding] = await Promise.all([
    store.readOrgan(),
    store.readBootstrap(),
    store.countWrongCodes({ openid, at: now, kind: 'join' }),
    store.readBinding(openid),
  ]);
  if (wrongCodes.each >= wrongCodesMax.each) return refused('too_many_attempts');
  if (binding) return refused('openid_bound');
  const ids = { unitId: scene.newId(), personId: scene.newId() };
  const codeHash = hashText(normalizeCode(input.code));
  const decision = foundOrgan({ organ, bootstrap }, { ...input, ...ids, codeHash }, now);
  if (!decision.accepted) {
    if (decision.refusal === 'code_wrong')
      await store.noteWrongCode({ openid, at: now, kind: 'join' });
    return refused(decision.refusal);
  }

  assert(bootstrap, 'a founded organ had its code');
  const founded = decision.changes;
  const personId = founded.administrator._id;
  return commitChanges(scene, {
    changes: [
      // The code dies here; whoever comes second finds it gone and gets nothing.
      remove('settings', bootstrap),
      create('settings', { _id: 'organ', ...founded.organ }),
      create('units', founded.unit),
      create('people', founded.administrator),
      create('bindings', { _id: openid, personId, boundAt: now, version: 1 }),
    ],
    subjectId: 'organ',
    byId: personId,
    value: {
      organ: input.organ,
      person: viewPersonLine(founded.administrator, scene.on),
    },
  });
};
