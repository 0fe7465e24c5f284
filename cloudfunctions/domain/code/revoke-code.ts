import { accept, refuse, type Decision } from '../../kernel/decision';
import { dayOf } from '../../kernel/days';
import type { Person } from '../people/person';
import { mayManageCodes, type Code } from './code';

/** From now on the code opens nothing; one that is revoked already stays as it is. */
export function revokeCode(
  asker: Person,
  code: Code | undefined,
  at: number,
): Decision<{ code: Code; isNew: boolean }, 'not_found'> {
  // To somebody who may not manage it, a code that is there is no different from one that is not.
  if (!code || !mayManageCodes(asker, code, dayOf(at))) return refuse('not_found');
  if (code.revokedAt !== null) return accept({ code, isNew: false });
  return accept({ code: { ...code, revokedAt: at, version: code.version + 1 }, isNew: true });
}
