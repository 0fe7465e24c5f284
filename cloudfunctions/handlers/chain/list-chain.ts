import { isAdministrator } from '../../domain/people/person';
import { usualStages } from '../../domain/review/chain';
import { stageNames } from '../../wording/stages';
import { refused, type QueryHandler } from '../handler';
import { viewChain } from './view-chain';

/** `chain.list`: every configured chain, and what holds where none fits. */
export const listChainHandler: QueryHandler<'chain.list'> = async (_input, scene) => {
  const [asker, chains] = await Promise.all([scene.person(), scene.store.readChains()]);
  if (!isAdministrator(asker, scene.on)) return refused('not_allowed');
  return { ok: true, value: { chains: chains.map(viewChain), usual: usualStages(stageNames) } };
};
