import { isOffice, scopeOf } from '../../domain/ledger/rights';
import { isAdministrator } from '../../domain/people/person';
import { viewEntry } from '../entry/view-entry';
import { refused, type QueryHandler } from '../handler';
import { viewAppeal } from './view-appeal';

/** `appeal.list`: what people of the office's units say is wrong. */
export const listAppealHandler: QueryHandler<'appeal.list'> = async (input, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  if (!isOffice(person, scene.on)) return refused('not_allowed');
  const scope = isAdministrator(person, scene.on) ? null : scopeOf(person, scene.on);
  const [page, office] = await Promise.all([
    scene.store.listAppeals({ ...input, scope }),
    input.isOpen ? scene.store.listOffice() : [],
  ]);
  const asker = { person, office, on: scene.on };
  const appeals = page.lines.flatMap(({ entry, isReversed, ...appeal }) =>
    entry ? [viewAppeal(appeal, viewEntry(entry, isReversed), asker)] : [],
  );
  return { ok: true, value: { appeals, after: page.after } };
};
