import type { ValueOf } from '../../contract';
import type { Person } from '../../domain/people/person';
import { mayRead } from '../../domain/review/eligibility';
import type { StoryChanges } from '../../domain/story/story';
import type { Decision } from '../../kernel/decision';
import type { WholeStory } from '../../store/whole-story';
import { withChecks } from '../check/check-story';
import { refused, type CommandScene } from '../handler';
import { storyChanges } from './story-changes';
import { viewStory } from './view-story';

type RefusalIn<Made> = Made extends { accepted: false; refusal: infer Refusal } ? Refusal : never;
type StoryValue = ValueOf<'story.show'>;

export interface Loaded {
  whole: WholeStory & { reviewers?: Person[] };
  person: Person;
}

/** A decision, with links by hash to the files that it took in, or with what its refusal is about. */
type Decided = Decision<StoryChanges> & { links?: Record<string, string>; detail?: unknown };

/**
 * What every act on a story does: who asks and the story are read, the version the phone saw is
 * checked, the act is decided and written as one transaction, and the story's page comes back.
 * `isStaffed`: whoever could act at a stage is read along. `isChecked`: the platform is asked about what it has not seen.
 * To somebody who may not read it, a story that is there is no different from one that is not.
 */
export async function changeStory<Made extends Decided>(
  scene: CommandScene,
  target: { storyId: string; version?: number },
  decide: (loaded: Loaded) => Made | Promise<Made>,
  options: { isChecked?: (loaded: Loaded) => boolean; isStaffed?: true } = {},
): Promise<
  | { ok: true; value: StoryValue }
  | {
      ok: false;
      refusal: RefusalIn<Made> | 'not_bound' | 'not_found' | 'changed_meanwhile';
      detail?: unknown;
    }
> {
  const [person, whole] = await Promise.all([
    scene.person(),
    options.isStaffed
      ? scene.store.readStaffedStory(target.storyId)
      : scene.store.readWholeStory(target.storyId),
  ]);
  if (!person) return refused('not_bound');
  if (!whole || !mayRead(whole.story, person, scene.on)) return refused('not_found');
  const decision: Decided = await decide({ whole, person });
  if (!decision.accepted) {
    // The refusal is one of those that `decide` is typed to give.
    const detail = decision.detail ?? detailOf(whole, decision.refusal);
    return refused(decision.refusal as RefusalIn<Made>, detail);
  }
  // After the decision: «another has it» says more than «it has changed».
  if (target.version !== undefined && target.version !== whole.story.version) {
    return refused('changed_meanwhile');
  }
  const acted = options.isChecked?.({ whole, person })
    ? await withChecks(scene, decision.changes, { before: whole, links: decision.links })
    : decision.changes;
  const { changes, after } = storyChanges(scene, acted, whole);
  const value = { story: await viewStory(after, person, scene) };
  const committed = await scene.store.commit({
    command: scene.command,
    changes,
    value,
    now: scene.now,
  });
  if (!committed.committed) return refused('changed_meanwhile');
  if (after.messages.length > whole.messages.length) scene.wakeRelay();
  return { ok: true, value: committed.value };
}

/** Two reviewers at once: the one who came second is told who has it. */
function detailOf({ story }: WholeStory, refusal: string): unknown {
  if (refusal !== 'claimed_by_other' || !story.claim) return undefined;
  return { name: story.claim.name, until: story.claim.until };
}
