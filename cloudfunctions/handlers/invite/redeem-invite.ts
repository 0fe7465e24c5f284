import { redeemInvite } from '../../domain/people/invite';
import { create, remove, replace } from '../../kernel/change';
import { assert } from '../../kernel/faults';
import { hashText } from '../../kernel/hash';
import { normalizeCode } from '../../kernel/ids';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewPersonLine } from '../person/view-person';

/** `invite.redeem`: binds the asker to the person of the code; a former phone loses its binding. */
export const redeemInviteHandler: CommandHandler<'invite.redeem'> = async (input, scene) => {
  const { store, openid, now } = scene;
  const codeHash = hashText(normalizeCode(input.code));
  const joining = await store.readJoining({ openid, codeHash, at: now });
  const { organ, person, former } = joining;
  const decision = redeemInvite({ ...joining, at: now });
  if (!decision.accepted) {
    if (decision.refusal === 'code_wrong')
      await store.noteWrongCode({ openid, at: now, kind: 'join' });
    return refused(decision.refusal);
  }
  assert(person && organ, 'a redeemed invite has a person, and people an organ');
  const personId = person._id;
  return commitChanges(scene, {
    changes: [
      replace('invites', decision.changes.invite),
      ...former.map((old) => remove('bindings', old)),
      create('bindings', { _id: openid, personId, boundAt: now, version: 1 }),
    ],
    subjectId: personId,
    byId: personId,
    value: {
      organ: { name: organ.name, kind: organ.kind },
      person: viewPersonLine(person, scene.on),
    },
  });
};
