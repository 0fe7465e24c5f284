import type { ParsedOf } from '../../contract';
import { keepsRulebook } from '../../domain/points/keepers';
import { presets } from '../../domain/points/presets';
import type { Rulebook } from '../../domain/points/rulebook';
import { dayOf, startOfDay } from '../../kernel/days';
import { refused, type QueryHandler, type Scene } from '../handler';

/** `rulebook.show`: the draft, a version, or a preset, whole. */
export const showRulebookHandler: QueryHandler<'rulebook.show'> = async (input, scene) => {
  const [asker, draft, found] = await Promise.all([
    scene.person(),
    scene.store.readRulebookDraft(),
    find(input, scene),
  ]);
  if (!asker) return refused('not_bound');
  if (!keepsRulebook(asker, scene.on)) return refused('not_allowed');
  const rulebook = input.which === 'draft' ? draft?.rulebook : found;
  if (!rulebook) return refused('not_found');
  const { name, effectiveFrom, books, rules, periodRules } = rulebook;
  return {
    ok: true,
    value: {
      rulebook: { name, effectiveFrom, books, rules, periodRules },
      draftVersion: draft?.version ?? 0,
    },
  };
};

const dayMs = 24 * 60 * 60 * 1000;

async function find(
  input: ParsedOf<'rulebook.show'>,
  { store, on }: Scene,
): Promise<Rulebook | undefined> {
  if (input.which === 'draft') return undefined;
  const versions = await store.readRulebooks();
  if (input.which === 'version') {
    return versions.find(({ version }) => version === input.version);
  }
  const preset = Object.entries(presets).find(([key]) => key === input.key)?.[1];
  // Not the source's own day: a first rulebook begins today, a later one after today.
  const effectiveFrom = versions.length === 0 ? on : dayOf(startOfDay(on) + dayMs);
  return preset && { ...preset, effectiveFrom };
}
