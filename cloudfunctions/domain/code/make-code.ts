import { accept, refuse, type Decision } from '../../kernel/decision';
import { dayOf } from '../../kernel/days';
import { hasLeft, type Person } from '../people/person';
import { isClosed, type Unit } from '../people/unit';
import { isLive, liveCodesMax, mayManageCodes, tokenOf, type Code, type CodeKind } from './code';

export interface CodeMaking {
  kind: CodeKind;
  /** Whom or what it is for; undefined where there is no such unit or person. */
  target: { unit: Unit } | { person: Person } | undefined;
  /** A meeting's name; units and persons bring their own. */
  title: string | null;
  expiresAt: number | null;
  /** What the target has already. */
  former: Code[];
  randomHex: string;
  at: number;
}

export type MakeCodeRefusal =
  'not_allowed' | 'not_found' | 'unit_closed' | 'person_left' | 'title_missing' | 'codes_full';

/** Makes a code that can be printed; it opens until it expires or is revoked. */
export function makeCode(
  maker: Person,
  making: CodeMaking,
): Decision<{ code: Code }, MakeCodeRefusal> {
  const { kind, target, at } = making;
  const on = dayOf(at);
  const targetId = target && ('unit' in target ? target.unit._id : target.person._id);
  if (targetId === undefined) return refuse('not_found');
  if (!mayManageCodes(maker, { kind, targetId }, on)) return refuse('not_allowed');
  if (target && 'unit' in target && isClosed(target.unit, on)) return refuse('unit_closed');
  if (target && 'person' in target && hasLeft(target.person, on)) return refuse('person_left');
  const title = titleOf(making);
  if (title === '') return refuse('title_missing');
  if (making.former.filter((code) => isLive(code, at)).length >= liveCodesMax) {
    return refuse('codes_full');
  }
  return accept({
    code: {
      ...{ _id: tokenOf(kind, making.randomHex), kind, targetId, title },
      ...{ madeBy: maker._id, madeAt: at, expiresAt: making.expiresAt, revokedAt: null },
      version: 1,
    },
  });
}

function titleOf({ kind, target, title }: CodeMaking): string {
  if (kind === 'meeting') return title ?? '';
  if (!target) return '';
  return 'unit' in target ? target.unit.name : target.person.name;
}
