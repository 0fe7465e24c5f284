import { revokeCode } from '../../domain/code/revoke-code';
import { replace } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewCode } from './view-code';

/** `code.revoke`: the code opens nothing any more, wherever it hangs. */
export const revokeCodeHandler: CommandHandler<'code.revoke'> = async ({ token }, scene) => {
  const [asker, code] = await Promise.all([scene.person(), scene.store.readCode(token)]);
  if (!asker) return refused('not_allowed');
  const decision = revokeCode(asker, code, scene.now);
  if (!decision.accepted) return refused(decision.refusal);
  const { code: revoked, isNew } = decision.changes;
  return commitChanges(scene, {
    changes: isNew ? [replace('codes', revoked)] : [],
    subjectId: revoked.targetId,
    byId: asker._id,
    value: { code: viewCode(revoked) },
  });
};
