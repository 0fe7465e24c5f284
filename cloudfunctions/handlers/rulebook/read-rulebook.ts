import { rulebookOn } from '../../domain/points/rulebook';
import { refused, type QueryHandler } from '../handler';

/** `rulebook.read`: what is or was in force, for everybody whom it gives points. */
export const readRulebookHandler: QueryHandler<'rulebook.read'> = async (input, scene) => {
  const { store, on } = scene;
  const [asker, enacted] = await Promise.all([scene.person(), store.readRulebooks()]);
  if (!asker) return refused('not_bound');
  const begun = enacted
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .sort((left, right) => right.version - left.version);
  const found =
    input.version === null
      ? rulebookOn(begun, on)
      : begun.find(({ version }) => version === input.version);
  if (!found && input.version !== null) return refused('not_found');
  const versions = begun.map(({ version, name, effectiveFrom }) => ({
    ...{ version, name, effectiveFrom },
  }));
  if (!found) return { ok: true, value: { versions, shown: null } };
  const { version, name, effectiveFrom, books, rules, periodRules } = found;
  const rulebook = { name, effectiveFrom, books, rules, periodRules };
  return { ok: true, value: { versions, shown: { version, rulebook } } };
};
