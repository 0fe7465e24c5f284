import { accept, refuse, type Decision } from '../../kernel/decision';
import type { ReviewChain } from './chain';

export type ChainRefusal =
  'not_found' | 'chain_taken' | 'stage_missing' | 'last_stage_skipped' | 'changed_meanwhile';

/**
 * A whole chain in place of the former one, or a new one when `version` is 0. No two chains may be
 * equally narrow for one filing: which of them applies would be left to chance.
 */
export function changeChain(
  chains: ReviewChain[],
  wanted: ReviewChain,
): Decision<{ chain: ReviewChain }, ChainRefusal> {
  const before = chains.find(({ _id }) => _id === wanted._id);
  if (!before && wanted.version > 0) return refuse('not_found');
  if ((before?.version ?? 0) !== wanted.version) return refuse('changed_meanwhile');
  const { stages } = wanted;
  if (stages.some(({ duty, stage }) => (duty === 'reviewer') !== (stage !== null))) {
    return refuse('stage_missing');
  }
  // Left out, the last stage would sign a story off with nobody's name on it.
  if (stages.at(-1)?.maySkip) return refuse('last_stage_skipped');
  const others = chains.filter(({ _id }) => _id !== wanted._id);
  if (others.some((other) => isRival(other, wanted))) return refuse('chain_taken');
  return accept({ chain: { ...withoutDoubles(wanted), version: wanted.version + 1 } });
}

/** Is there a filing that both fit, and neither better than the other? */
function isRival(left: ReviewChain, right: ReviewChain): boolean {
  return meet(left.kinds, right.kinds) && meet(left.unitKinds, right.unitKinds);
}

// An empty list means «all others», which meets only another empty one.
function meet<One>(left: One[], right: One[]): boolean {
  if (left.length === 0 || right.length === 0) return left.length === right.length;
  return left.some((one) => right.includes(one));
}

function withoutDoubles(chain: ReviewChain): ReviewChain {
  return {
    ...chain,
    kinds: [...new Set(chain.kinds)],
    unitKinds: [...new Set(chain.unitKinds)],
  };
}
