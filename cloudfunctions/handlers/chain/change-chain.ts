import { isAdministrator } from '../../domain/people/person';
import { changeChain } from '../../domain/review/change-chain';
import { create, replace } from '../../kernel/change';
import { assert } from '../../kernel/faults';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewChain } from './view-chain';

/** `chain.change`: a whole chain instead of the former one; stories under way keep theirs. */
export const changeChainHandler: CommandHandler<'chain.change'> = async (input, scene) => {
  const { store } = scene;
  const [asker, chains, organ] = await Promise.all([
    scene.person(),
    store.readChains(),
    store.readOrgan(),
  ]);
  if (!asker || !isAdministrator(asker, scene.on)) return refused('not_allowed');
  assert(organ, 'an administrator has an organ');
  const { chainId, ...fields } = input;
  const decision = changeChain(chains, { _id: chainId, ...fields });
  if (!decision.accepted) return refused(decision.refusal);
  const { chain } = decision.changes;
  return commitChanges(scene, {
    changes: [
      chain.version === 1 ? create('chains', chain) : replace('chains', chain),
      // Two new chains made at once for the same filings: the organ's version lets only one in.
      replace('settings', { ...organ, version: organ.version + 1 }),
    ],
    subjectId: chainId,
    byId: asker._id,
    value: { chain: viewChain(chain) },
  });
};
