import { makeInvite } from '../../domain/people/invite';
import { create } from '../../kernel/change';
import { hashText } from '../../kernel/hash';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';

/** `invite.make`: the code that the phone made is good for one binding; only its hash is kept. */
export const makeInviteHandler: CommandHandler<'invite.make'> = async (input, scene) => {
  const [maker, person] = await Promise.all([
    scene.person(),
    scene.store.readPerson(input.personId),
  ]);
  if (!maker) return refused('not_allowed');
  if (!person) return refused('not_found');
  const codeHash = hashText(input.code);
  const decision = makeInvite(maker, person, { codeHash, at: scene.now });
  if (!decision.accepted) return refused(decision.refusal);
  const { invite } = decision.changes;
  return commitChanges(scene, {
    changes: [create('invites', invite)],
    subjectId: person._id,
    byId: maker._id,
    value: { expiresAt: invite.expiresAt },
  });
};
