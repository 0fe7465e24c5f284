import { isAdministrator } from '../../domain/people/person';
import { remove } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';

/** `chain.remove`: new filings take the next fitting chain; stories under way keep theirs. */
export const removeChainHandler: CommandHandler<'chain.remove'> = async (input, scene) => {
  const [asker, chains] = await Promise.all([scene.person(), scene.store.readChains()]);
  if (!asker || !isAdministrator(asker, scene.on)) return refused('not_allowed');
  const { chainId, version } = input;
  const chain = chains.find(({ _id }) => _id === chainId);
  if (!chain) return refused('not_found');
  if (chain.version !== version) return refused('changed_meanwhile');
  return commitChanges(scene, {
    changes: [remove('chains', chain)],
    subjectId: chainId,
    byId: asker._id,
    value: { chainId },
  });
};
