import { isAdministrator } from '../../domain/people/person';
import { sayDifference } from '../../wording/audit';
import { refused, type QueryHandler } from '../handler';
import { auditStep } from './audit-step';

/** Entries a step: a few seconds of a function. */
export const entriesAStep = 20_000;

/** `ledger.audit`: a step, for administrators; the next one goes on behind it. */
export const auditLedgerHandler: QueryHandler<'ledger.audit'> = async ({ after }, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  if (!isAdministrator(person, scene.on)) return refused('not_allowed');
  const step = await auditStep(scene.store, after, entriesAStep);
  const { difference, checked } = step;
  const found = difference && {
    ...{ accountId: difference.accountId, sequence: difference.sequence },
    sentence: sayDifference(difference),
  };
  return { ok: true, value: { after: step.after, checked, difference: found ?? null } };
};
