import type { Code } from '../../domain/code/code';
import { isToken } from '../../domain/code/code';
import { openCode } from '../../domain/code/open-code';
import { hasLeft, membershipsOn } from '../../domain/people/person';
import { refused, type QueryHandler, type Scene } from '../handler';

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
async function cardOf({ targetId }: Code, { store, on }: Scene) {
  const person = await store.readPerson(targetId);
  if (!person || hasLeft(person, on)) return undefined;
  const [membership] = membershipsOn(person, on);
  const unit = membership && (await store.readUnit(membership.unitId));
  return { name: person.name, unitName: unit?.name ?? '' };
}
