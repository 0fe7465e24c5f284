import type { ValueOf } from '../../contract';
import type { Code } from '../../domain/code/code';

/** A code as those who manage it see it. */
export function viewCode(code: Code): ValueOf<'code.list'>['codes'][number] {
  const { _id: token, kind, targetId, title, madeAt, expiresAt, revokedAt } = code;
  return { token, kind, targetId, title, madeAt, expiresAt, revokedAt };
}
