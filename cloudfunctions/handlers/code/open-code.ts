import { isToken, type Code } from '../../domain/code/code';
import { openCode } from '../../domain/code/open-code';
import { adoptedTitles } from '../../domain/code/public-card';
import { standingIdsOf, standingPeriods } from '../../domain/ledger/standing';
import { hasLeft } from '../../domain/people/person';
import { refused, type QueryHandler, type Scene } from '../handler';
import { viewStanding } from '../standing/view-standing';

/** `code.open`: where a scanned code leads this phone; what is no code counts as a guess. */
export const openCodeHandler: QueryHandler<'code.open'> = async ({ token }, scene) => {
  const { store, openid, now: at } = scene;
  const attempt = { openid, at, kind: 'open' } as const;
  const [person, code, unknownCodes] = await Promise.all([
    scene.person(),
    isToken(token) ? store.readCode(token) : undefined,
    store.countWrongCodes(attempt),
  ]);
  const isBound = person !== undefined && !hasLeft(person, scene.on);
  const decision = openCode({ code, isBound, unknownCodes, at });
  if (!decision.accepted) {
    // A poster that was revoked is no guess, however many people still scan it.
    if (!code && decision.refusal === 'code_dead') await store.noteWrongCode(attempt);
    return refused(decision.refusal);
  }
  const { shows, code: opened } = decision.changes;
  const { kind, title, targetId } = opened;
  if (shows === 'binding') return { ok: true, value: { shows, kind, title } };
  if (shows === 'standing') return { ok: true, value: { shows, kind, title, unitId: targetId } };
  const card = await cardOf(opened, scene);
  return card ? { ok: true, value: { shows, card } } : refused('code_dead');
};

/** Field by field, so that nothing else of the record can ever get out. */
async function cardOf({ targetId: id }: Code, scene: Scene) {
  const { store, on } = scene;
  const standingIds = standingIdsOf({ kind: 'person', id }, standingPeriods(on));
  const [person, found, printed] = await Promise.all([
    store.readPerson(id),
    store.readOwner({ owner: { kind: 'person', id }, standingIds }),
    store.listPrintedOf(id),
  ]);
  if (!person || !found || hasLeft(person, on)) return undefined;
  const { owner, quarter, all } = await viewStanding(scene, {
    ...found,
    mayMoney: false,
    tasksOf: null,
  });
  return {
    ...{ name: owner.name, unitName: owner.unitName },
    ...{ points: quarter.points, rank: quarter.rank, pointsInAll: all.points },
    titles: adoptedTitles(printed, id),
  };
}
