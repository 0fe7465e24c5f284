import { keepsRulebook } from '../../domain/points/keepers';
import { refused, type QueryHandler } from '../handler';

/** `rulebook.list`: versions in force, newest first, and the draft. */
export const listRulebookHandler: QueryHandler<'rulebook.list'> = async (_input, scene) => {
  const { store } = scene;
  const [asker, versions, draft] = await Promise.all([
    scene.person(),
    store.readRulebooks(),
    store.readRulebookDraft(),
  ]);
  if (!asker) return refused('not_bound');
  if (!keepsRulebook(asker, scene.on)) return refused('not_allowed');
  const lines = versions.map(({ version, name, effectiveFrom, rules, ...enacted }) => ({
    ...{ version, name, effectiveFrom, ruleCount: rules.length },
    ...{ enactedAt: enacted.enactedAt, enactedBy: enacted.enactedByName },
  }));
  return {
    ok: true,
    value: {
      versions: lines.sort((left, right) => right.version - left.version),
      draft: draft
        ? {
            ...{ version: draft.version, name: draft.rulebook.name },
            ...{ effectiveFrom: draft.rulebook.effectiveFrom, at: draft.at, by: draft.byName },
          }
        : null,
    },
  };
};
