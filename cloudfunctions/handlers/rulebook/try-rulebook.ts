import { dryRun, type Moved } from '../../domain/points/dry-run';
import { keepsRulebook } from '../../domain/points/keepers';
import { refused, type QueryHandler, type Scene } from '../handler';
import {
  inLots,
  readTrialPage,
  readTrialPlace,
  stages,
  type Stage,
  type TrialCursor,
} from './trial-pages';
import { trialRules } from './trial-rules';

/**
 * `rulebook.try`: a page of a past period's printings, then of its facts, at last its rules, under the
 * draft and under what is in force.
 */
export const tryRulebookHandler: QueryHandler<'rulebook.try'> = async (input, scene) => {
  const { store } = scene;
  const [asker, draft, rulebooks] = await Promise.all([
    scene.person(),
    store.readRulebookDraft(),
    store.readRulebooks(),
  ]);
  if (!asker) return refused('not_bound');
  if (!keepsRulebook(asker, scene.on)) return refused('not_allowed');
  if (!draft) return refused('not_found');
  if (draft.version !== input.draftVersion) return refused('changed_meanwhile');
  const drafted = { ...draft.rulebook, id: 'office', version: 0 };
  const { period } = input;
  const place = await readTrialPlace(scene, { period, rulebooks, draft: drafted });
  const cursor = cursorOf(input.after);
  const { works, facts, next } = await readTrialPage(scene, place, cursor);
  const moves =
    cursor.stage === 'rules' ? await trialRules(scene, place) : dryRun({ ...place, works, facts });
  return {
    ok: true,
    value: {
      ...{ works: works.length, facts: facts.length, after: next && said(next) },
      moves: await namedMoves(scene, moves),
    },
  };
};

async function namedMoves({ store }: Scene, moves: Moved[]) {
  const idsOf = (kind: string) => [
    ...new Set(
      moves.filter(({ account }) => account.kind === kind).map(({ account }) => account.id),
    ),
  ];
  const [people, units] = await Promise.all([
    inLots(idsOf('person'), (ids) => store.readNames('people', ids)),
    inLots(idsOf('unit'), (ids) => store.readNames('units', ids)),
  ]);
  const names = new Map([...people, ...units].map(({ _id, name }) => [_id, name]));
  return moves.map(({ account, book, before, after }) => ({
    ...{ kind: account.kind, ownerId: account.id, name: names.get(account.id) ?? '' },
    ...{ book, before, after },
  }));
}

/** `works 2026-11-10 <id>`, or the stage alone at its beginning. */
const said = ({ stage, after }: TrialCursor) =>
  after === null ? stage : `${stage} ${after.on} ${after.id}`;

function cursorOf(cursor: string | null): TrialCursor {
  const [word = '', on = '', id = ''] = cursor?.split(' ') ?? [];
  const stage: Stage = stages.find((one) => one === word) ?? 'works';
  return { stage, after: on === '' ? null : { on, id } };
}
