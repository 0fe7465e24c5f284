import type { ValueOf } from '../../contract';
import { isAdministrator, type Person } from '../../domain/people/person';
import { freeingOf } from '../../domain/story/hand-over';
import { create, replace, type Change } from '../../kernel/change';
import type { Decision } from '../../kernel/decision';
import { commitChanges } from '../commit-changes';
import { refused, type CommandScene } from '../handler';
import { freeSome } from './free-work';
import { viewPerson } from './view-person';

type PersonValue = ValueOf<'person.show'>;

/** A changed record, and what else changes with it. */
export type RecordDecision = Decision<{
  person: Person;
  changes?: Change[];
  /** The commit takes the person's binding away. */
  isUnbound?: boolean;
}>;

/** Stories that are freed while the phone waits. */
const atOnce = 50;

type RefusalIn<Made> = Made extends { accepted: false; refusal: infer Refusal } ? Refusal : never;

/**
 * What every change of a person's record does: an administrator asks, the record is read, decided
 * on and put back with an audit line; no story goes on waiting for a duty that it took away.
 */
export async function changeRecord<Made extends RecordDecision>(
  scene: CommandScene,
  personId: string,
  decide: (person: Person, asker: Person) => Made | Promise<Made>,
): Promise<
  | { ok: true; value: PersonValue }
  | { ok: false; refusal: RefusalIn<Made> | 'not_allowed' | 'not_found' | 'changed_meanwhile' }
> {
  const { store, on } = scene;
  const [asker, person, bindings] = await Promise.all([
    scene.person(),
    store.readPerson(personId),
    store.readBindingsOf(personId),
  ]);
  if (!asker || !isAdministrator(asker, on)) return refused('not_allowed');
  if (!person) return refused('not_found');
  const decision: RecordDecision = await decide(person, asker);
  // The refusal is one of those that `decide` is typed to give.
  if (!decision.accepted) return refused(decision.refusal as RefusalIn<Made>);
  const { person: after, changes = [], isUnbound = false } = decision.changes;
  const freeing = freeingOf({ before: person, after, by: asker }, on);
  const isBound = bindings.length > 0 && !isUnbound;
  const answer = await commitChanges(scene, {
    changes: [
      ...[replace('people', after), ...changes],
      ...(freeing ? [create('freeings', freeing)] : []),
    ],
    subjectId: personId,
    byId: asker._id,
    value: { person: viewPerson(after, asker, { on, isBound }) },
  });
  // What takes longer than a phone waits goes on with closing's next run, as after a kill.
  if (answer.ok && freeing) await freeSome(scene, freeing, atOnce);
  return answer;
}
