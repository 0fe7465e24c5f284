/** What the audit says when it finds something: one plain sentence. */
import { periodName as nameOf } from './bulletin';
import { sayAmount } from './points';

/** A difference as the audit found it (domain/ledger/audit). */
export interface FoundDifference {
  what: string;
  accountId: string;
  name: string;
  sequence: number | null;
  period?: string;
  /** What a family's entries are about. */
  title?: string;
  stored?: number;
  computed?: number;
}

const bookNames: Record<string, string> = { points: '积分', yuan: '稿酬', count: '篇数' };

export function sayDifference(found: FoundDifference): string {
  const { what, sequence, period = '', title = '', stored = 0, computed = 0 } = found;
  const account = accountName(found);
  const sentences: Record<string, string> = {
    entry_changed: `${account}第 ${sequence} 笔分录的内容与记账时不一致，可能被改动过。`,
    entry_missing: `${account}缺少第 ${sequence} 笔分录。`,
    tail_missing: `${account}末尾的分录不见了，从第 ${sequence} 笔起缺失。`,
    entries_unaccounted: `${account}第 ${sequence} 笔起的分录没有计入账户余额。`,
    account_missing: `${account}有分录，但账户记录不见了。`,
    account_wrong: `${account}的账户记录与分录不一致。`,
    balance_wrong: `${account}余额记为 ${sayAmount(stored)}，按分录应为 ${sayAmount(computed)}。`,
    standing_wrong: `${account}${periodName(period)}合计记为 ${sayAmount(stored)}，按分录应为 ${sayAmount(computed)}。`,
    standing_missing: `${account}缺少${periodName(period)}的合计。`,
    standing_unexplained: `${account}${periodName(period)}的合计没有分录可以说明。`,
    digest_wrong: `${periodName(period)}通报的校验码与所存的各账户记录不一致。`,
    chain_rewritten: `${account}截至第 ${sequence} 笔的记录与${periodName(period)}通报公布时不一致，可能被整体改写。`,
    chain_cut: `${account}的分录少于${periodName(period)}通报公布时的 ${sequence} 笔，末尾可能被删除。`,
    family_wrong: `“${title}”记入${account}的合计记为 ${sayAmount(stored)}，按分录应为 ${sayAmount(computed)}。`,
    family_missing: `“${title}”有分录，但这一组的已记合计不见了。`,
    family_waiver_wrong: `“${title}”记入${account}的冲销记录与分录不一致。`,
    family_choice_wrong: `“${title}”选定计分的那次刊发，与作者最后一次选定的记录不一致。`,
    family_causes_wrong: `“${title}”记入${account}的各项来由与已记合计不一致。`,
  };
  return sentences[what] ?? what;
}

function accountName({ accountId, name }: FoundDifference): string {
  const book = accountId.split(':')[2] ?? '';
  return `“${name === '' ? accountId : name}”的${bookNames[book] ?? ''}账户`;
}

const periodName = (period: string) => (period === 'all' ? '累计' : nameOf(period));
