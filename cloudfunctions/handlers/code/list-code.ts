import { isOffice, mayManageCodes } from '../../domain/code/code';
import { refused, type QueryHandler } from '../handler';
import { viewCode } from './view-code';

/** `code.list`: the codes of one unit or person, or those of all units and meetings. */
export const listCodeHandler: QueryHandler<'code.list'> = async ({ targetId, after }, scene) => {
  const { store, on } = scene;
  const asker = await scene.person();
  if (!asker) return refused('not_bound');
  if (targetId === null) {
    if (!isOffice(asker, on)) return refused('not_allowed');
    const page = await store.listCodes({ kinds: ['unit', 'meeting'], after });
    return { ok: true, value: { codes: page.codes.map(viewCode), after: page.after } };
  }
  // A person's id is no unit's, so one of the two fits, whichever the target is.
  const kinds = ['person', 'unit'] as const;
  if (!kinds.some((kind) => mayManageCodes(asker, { kind, targetId }, on))) {
    return refused('not_allowed');
  }
  const codes = await store.readCodesOf(targetId);
  return { ok: true, value: { codes: codes.map(viewCode), after: null } };
};
