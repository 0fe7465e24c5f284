import type { Moved } from '../../domain/points/dry-run';
import { planOf, type Trial } from '../../domain/points/trial';
import type { QueryHandler, Scene } from '../handler';
import { findDraft } from '../rulebook/find-draft';
import { partId, readLines } from '../rulebook/trial-parts';
import { basisOf } from '../rulebook/trial-place';
import { movesAPart } from '../rulebook/trial-rules';
import { viewTrial } from '../rulebook/view-trial';

/** Lines a page. */
const pageSize = 50;

/** `trial.show`: my dry run as it stands, so that it can be left and come back to. */
export const showTrialHandler: QueryHandler<'trial.show'> = async ({ page }, scene) => {
  const { store } = scene;
  const found = await findDraft(scene);
  if ('refusal' in found) return found;
  const { asker, draft, rulebooks } = found;
  const trial = await store.readTrial(asker._id);
  if (!trial || trial.expiresAt <= scene.now)
    return { ok: true, value: { trial: null, moves: [] } };
  const books = { rulebooks, draft: { ...draft.rulebook, id: 'office', version: 0 } };
  const plan = planOf(trial.period, books);
  return {
    ok: true,
    value: {
      trial: viewTrial(trial, { plan, basis: basisOf(draft, rulebooks) }),
      moves: await namedMoves(scene, await movesOn(scene, trial, page)),
    },
  };
};

async function movesOn({ store }: Scene, trial: Trial, page: number): Promise<Moved[]> {
  if (trial.stage !== 'done') return [];
  const from = page * pageSize;
  const n = Math.floor(from / movesAPart);
  const lines = await readLines<Moved>({ store }, [partId(trial, 'moves', n)]);
  return lines.slice(from - n * movesAPart, from - n * movesAPart + pageSize);
}

async function namedMoves({ store }: Scene, moves: Moved[]) {
  const idsOf = (kind: string) => [
    ...new Set(
      moves.filter(({ account }) => account.kind === kind).map(({ account }) => account.id),
    ),
  ];
  const namesOf = (collection: 'people' | 'units', ids: string[]) =>
    ids.length > 0 ? store.readNames(collection, ids) : [];
  const [people, units] = await Promise.all([
    namesOf('people', idsOf('person')),
    namesOf('units', idsOf('unit')),
  ]);
  const names = new Map([...people, ...units].map(({ _id, name }) => [_id, name]));
  return moves.map(({ account, book, before, after }) => ({
    ...{ kind: account.kind, ownerId: account.id, name: names.get(account.id) ?? '' },
    ...{ book, before, after },
  }));
}
