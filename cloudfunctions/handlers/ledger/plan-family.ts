import type { Adoption, Work } from '../../domain/adoption/adoption';
import type { RegisteredFact } from '../../domain/points/facts';
import type { Change } from '../../kernel/change';
import type { Scene } from '../handler';

type Planning = Pick<Scene, 'store' | 'now' | 'on'>;

/** What the verified printings of a work post, as they are after this change. */
export function planFamily(
  _scene: Planning,
  _wanted: { work: Work; adoptions: Adoption[]; eventId: string; causeKind: 'adoption' },
): Promise<Change[]> {
  return Promise.resolve([]);
}

/** What a registered fact posts, as it is after this change. */
export function planFact(
  _scene: Planning,
  _wanted: { fact: RegisteredFact; eventId: string },
): Promise<Change[]> {
  return Promise.resolve([]);
}
