/**
 * Where the chain of every account stands when everything of the period is posted: a page of accounts a
 * step, and the digest folded on over it. What is posted meanwhile counts later; each head stands for its
 * own chain alone, so it does not matter that they are not read at one moment.
 */
import { digestAfter, headPageId, type HeadPage } from '../../domain/ledger/digest';
import { nextStage, type Run } from '../../domain/period/run';
import { put } from '../../kernel/change';
import { pageSize, type Step, type Stepping } from './stepping';

export async function keepHeads({ store }: Pick<Stepping, 'store'>, run: Run): Promise<Step> {
  const heads = await store.pageHeadsNow(run.after ?? '');
  const last = heads.at(-1)?.accountId;
  if (last === undefined) return { run: nextStage(run), changes: [] };
  const { _id: period, headPages } = run;
  const page: HeadPage = { _id: headPageId(period, headPages), period, last, heads };
  const next: Run = {
    ...{ ...run, after: last, headPages: headPages + 1 },
    headDigest: digestAfter(run.headDigest, heads),
  };
  return {
    run: heads.length < pageSize ? nextStage(next) : next,
    changes: [put('closed_heads', page)],
  };
}
