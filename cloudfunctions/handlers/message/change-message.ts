import type { ValueOf } from '../../contract';
import { mayKeepChannels } from '../../domain/syndication/delivery-actions';
import type { Message } from '../../domain/syndication/message';
import { replace } from '../../kernel/change';
import type { Decision } from '../../kernel/decision';
import { commitChanges } from '../commit-changes';
import { refused, type CommandScene } from '../handler';
import { viewMessage } from './view-message';

type Refusal = 'not_bound' | 'not_allowed' | 'not_found' | 'changed_meanwhile';

/** What every act of a person on a message does, with an audit line. */
export async function changeMessage<Own extends string>(
  scene: CommandScene,
  target: { messageId: string; version: number },
  decide: (message: Message, versions: Message[]) => Decision<{ message: Message }, Own>,
): Promise<{ ok: true; value: ValueOf<'message.resend'> } | { ok: false; refusal: Refusal | Own }> {
  const { store, on } = scene;
  const [person, before] = await Promise.all([scene.person(), store.readMessage(target.messageId)]);
  if (!person) return refused('not_bound');
  if (!mayKeepChannels(person, on)) return refused('not_allowed');
  if (!before) return refused('not_found');
  const versions = await store.listVersions(before.channelId, [before.storyId]);
  const decision = decide(before, versions);
  if (!decision.accepted) return refused(decision.refusal);
  if (before.version !== target.version) return refused('changed_meanwhile');
  const { message } = decision.changes;
  return commitChanges(scene, {
    changes: [replace('outbox_messages', message)],
    subjectId: message._id,
    byId: person._id,
    value: { message: viewMessage(message, versions, { person, on }) },
  });
}
