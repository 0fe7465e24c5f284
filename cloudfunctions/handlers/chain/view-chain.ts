import type { ValueOf } from '../../contract';
import type { ReviewChain } from '../../domain/review/chain';

/** A chain as the pages of administrators show it. */
export function viewChain(chain: ReviewChain): ValueOf<'chain.list'>['chains'][number] {
  const { _id, version, kinds, unitKinds, stages } = chain;
  return { id: _id, version, kinds, unitKinds, stages };
}
