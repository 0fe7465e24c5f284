import { endInvite, makeInvite } from '../../domain/people/invite';
import { create, replace } from '../../kernel/change';
import { hashText } from '../../kernel/hash';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';

/**
 * `invite.make`: the code that the phone made is good for one binding; only its hash is kept. Codes made
 * for the person before are good no more.
 */
export const makeInviteHandler: CommandHandler<'invite.make'> = async (input, scene) => {
  const [maker, person, former] = await Promise.all([
    scene.person(),
    scene.store.readPerson(input.personId),
    scene.store.listOpenInvites(input.personId, scene.now),
  ]);
  if (!maker) return refused('not_allowed');
  if (!person) return refused('not_found');
  const codeHash = hashText(input.code);
  const decision = makeInvite(maker, person, { codeHash, at: scene.now });
  if (!decision.accepted) return refused(decision.refusal);
  const { invite } = decision.changes;
  return commitChanges(scene, {
    changes: [
      create('invites', invite),
      ...former.map((old) => replace('invites', endInvite(old, scene.now))),
    ],
    subjectId: person._id,
    byId: maker._id,
    value: { expiresAt: invite.expiresAt },
  });
};
