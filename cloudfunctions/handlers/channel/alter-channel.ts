import type { ValueOf } from '../../contract';
import { isAdministrator, type Person } from '../../domain/people/person';
import type { SyndicationChannel } from '../../domain/syndication/channel';
import { mayKeepChannels } from '../../domain/syndication/delivery-actions';
import { replace } from '../../kernel/change';
import type { Decision } from '../../kernel/decision';
import { commitChanges } from '../commit-changes';
import { refused, type CommandScene } from '../handler';
import { viewChannelNow } from './view-channel';

type Refusal = 'not_bound' | 'not_allowed' | 'not_found' | 'changed_meanwhile';

/**
 * What every change of a channel that stands does: administrators, or for pausing the publicity
 * office too; on the version that was on the screen.
 */
export async function alterChannel<Own extends string = never>(
  scene: CommandScene,
  { channelId, version, isForOffice }: { channelId: string; version: number; isForOffice: boolean },
  decide: (
    channel: SyndicationChannel,
    all: SyndicationChannel[],
  ) => Decision<{ channel: SyndicationChannel }, Own>,
): Promise<{ ok: true; value: ValueOf<'channel.pause'> } | { ok: false; refusal: Refusal | Own }> {
  const [person, all] = await Promise.all([scene.person(), scene.store.listChannels()]);
  if (!person) return refused('not_bound');
  if (!mayAlter(person, scene.on, isForOffice)) return refused('not_allowed');
  const before = all.find(({ _id }) => _id === channelId);
  if (!before) return refused('not_found');
  if (before.version !== version) return refused('changed_meanwhile');
  const decision = decide(before, all);
  if (!decision.accepted) return refused(decision.refusal);
  const { channel } = decision.changes;
  return commitChanges(scene, {
    changes: [replace('channels', channel)],
    subjectId: channelId,
    byId: person._id,
    value: { channel: await viewChannelNow(channel, scene, person) },
  });
}

const mayAlter = (person: Person, on: string, isForOffice: boolean) =>
  isForOffice ? mayKeepChannels(person, on) : isAdministrator(person, on);
