import { choosePrinting } from '../../domain/adoption/choose-printing';
import { mayReadPrinting } from '../../domain/adoption/eligibility';
import { create } from '../../kernel/change';
import { refused, type CommandHandler } from '../handler';
import { planFamily } from '../ledger/plan-family';
import { adoptionEvent } from './adoption-changes';
import { untilCommitted } from './until-committed';

/** `adoption.choose`: of a work's printings this one counts; the points move in the same commit. */
export const chooseAdoptionHandler: CommandHandler<'adoption.choose'> = ({ adoptionId }, scene) =>
  untilCommitted(async () => {
    const { store } = scene;
    const [person, whole, rulebooks] = await Promise.all([
      scene.person(),
      store.readPrinting(adoptionId),
      store.readRulebooks(),
    ]);
    if (!person) return refused('not_bound');
    if (!whole || !mayReadPrinting(person, whole.adoption, scene.on)) return refused('not_found');
    const { adoption, known } = whole;
    if (!adoption.peopleIds.includes(person._id)) return refused('not_allowed');
    const decision = choosePrinting(adoption, { known, rulebooks });
    if (!decision.accepted) return refused(decision.refusal);
    const { chosenAdoptionId } = decision.changes;
    const by = { byId: person._id, byName: person.name, at: scene.now };
    const chosen = { id: scene.newId(), ...by, note: '' };
    const event = adoptionEvent(adoption, 'adoption_chosen', chosen);
    const { work } = adoption;
    const acts = { work, adoptions: known, eventId: event._id, causeKind: 'adoption' as const };
    const posted = await planFamily(scene, { ...acts, chosenAdoptionId });
    const committed = await store.commit({
      command: scene.command,
      changes: [create('adoption_events', event), ...posted.changes],
      value: { chosenId: chosenAdoptionId },
      now: scene.now,
    });
    return committed.committed ? { ok: true as const, value: committed.value } : undefined;
  });
