import { makeCode } from '../../domain/code/make-code';
import { create } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewCode } from './view-code';

/** `code.make`: a new token for a unit, a meeting or a person. */
export const makeCodeHandler: CommandHandler<'code.make'> = async (input, scene) => {
  const { store, now: at } = scene;
  const { kind, targetId, title, expiresAt } = input;
  const [maker, target, former] = await Promise.all([
    scene.person(),
    kind === 'person'
      ? store.readPerson(targetId).then((person) => person && { person })
      : store.readUnit(targetId).then((unit) => unit && { unit }),
    store.readCodesOf(targetId),
  ]);
  if (!maker) return refused('not_allowed');
  const randomHex = scene.newId();
  const decision = makeCode(maker, { kind, target, title, expiresAt, former, randomHex, at });
  if (!decision.accepted) return refused(decision.refusal);
  const { code } = decision.changes;
  return commitChanges(scene, {
    changes: [create('codes', code)],
    subjectId: targetId,
    byId: maker._id,
    value: { code: viewCode(code) },
  });
};
