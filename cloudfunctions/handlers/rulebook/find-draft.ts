import type { Person } from '../../domain/people/person';
import type { RulebookDraft, RulebookVersion } from '../../domain/points/enact-rulebook';
import { keepsRulebook } from '../../domain/points/keepers';
import { refused, type Scene } from '../handler';

export interface FoundDraft {
  asker: Person;
  draft: RulebookDraft;
  rulebooks: RulebookVersion[];
}

/** The draft beside what is or was in force, for who keeps the rulebook; else the refusal. */
export async function findDraft(
  scene: Scene,
): Promise<FoundDraft | ReturnType<typeof refused<'not_bound' | 'not_allowed' | 'not_found'>>> {
  const [asker, draft, rulebooks] = await Promise.all([
    scene.person(),
    scene.store.readRulebookDraft(),
    scene.store.readRulebooks(),
  ]);
  if (!asker) return refused('not_bound');
  if (!keepsRulebook(asker, scene.on)) return refused('not_allowed');
  if (!draft) return refused('not_found');
  return { asker, draft, rulebooks };
}
