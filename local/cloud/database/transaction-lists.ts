/**
 * Whether a transaction takes several new documents in one request. No documentation says so, and WeChat's
 * grants it single records only; so for tests the control `lists` makes it refuse them, or take the first alone.
 */
import type { AdminAction } from '../service';
import { invalidParam } from './errors';
import { transactionOf } from './params';

const WAYS = ['taken', 'refused', 'first'] as const;

export interface TransactionLists {
  wrap(actions: Record<string, AdminAction>): Record<string, AdminAction>;
  control(input: Record<string, unknown>): Record<string, never>;
}

export function createTransactionLists(): TransactionLists {
  let way: (typeof WAYS)[number] = 'taken';
  const name = 'database.insertDocument';
  return {
    wrap({ [name]: insert, ...actions }) {
      if (!insert) return actions;
      const insertAsTold: AdminAction = (params, request) => {
        const { data } = params;
        const isList = Array.isArray(data) && data.length > 1 && transactionOf(params);
        if (!isList || way === 'taken') return insert(params, request);
        if (way === 'refused') throw invalidParam('a transaction takes single records only');
        return insert({ ...params, data: data.slice(0, 1) }, request);
      };
      return { ...actions, [name]: insertAsTold };
    },
    control(input) {
      const known = WAYS.find((one) => one === input.way);
      if (!known) throw invalidParam(`way must be one of ${WAYS.join(', ')}`);
      way = known;
      return {};
    },
  };
}
