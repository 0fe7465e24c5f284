import type { ParsedOf } from '../../contract';
import { printingIdOf, printingsMax } from '../../domain/adoption/report-printing';
import { maySettle } from '../../domain/adoption/eligibility';
import { registerPrinting } from '../../domain/adoption/settle-printing';
import { refused, type CommandHandler } from '../handler';
import { bylineRefusal } from './byline-refusal';
import { commitPrinting } from './commit-printing';
import { keepClipping } from './keep-clipping';
import { printedFacts } from './printed-facts';
import { readWork } from './read-work';
import { untilCommitted } from './until-committed';

/** `adoption.register`: the office enters a printing of a story or of an outside work. */
export const registerAdoptionHandler: CommandHandler<'adoption.register'> = (input, scene) =>
  untilCommitted(async () => {
    const { store, on } = scene;
    const [person, outlets] = await Promise.all([scene.person(), store.readOutlets()]);
    if (!person) return refused('not_bound');
    const found = await readWork(scene, person, input.work);
    if ('refusal' in found) return refused(found.refusal);
    if (!maySettle(person, found, on)) return refused('not_allowed');
    if (found.known.length >= printingsMax) return refused('printings_full');
    const facts = printedFacts(factsIn(input), outlets);
    if (!facts) return refused('outlet_unknown');
    const refusal = await bylineRefusal(scene, { person, known: found.peopleIds, ...facts });
    if (refusal) return refused(refusal);

    const by = { byId: person._id, byName: person.name, at: scene.now };
    const { work, unitPath, peopleIds, known } = found;
    const report = {
      ...{ work, unitPath, peopleIds, outlet: facts.outlet, outletName: facts.outlet.name },
      ...{ printedOn: facts.printedOn, position: facts.position, headline: input.headline },
      ...{ isAfterKill: found.isKilled, isTrusted: true, on },
    };
    const { apart, url, note } = input;
    const settle = (fileId: string | null) => {
      const evidence = { source: 'office' as const, ...by, url, fileId, note };
      const settling = { known, facts, apart, at: scene.now, on };
      return registerPrinting({ ...report, evidence }, settling);
    };
    // Decided before any file is touched, so that what is refused leaves nothing behind.
    const first = settle(null);
    if (!first.accepted) return refused(first.refusal);
    const folder = `adoptions/${printingIdOf(report)}`;
    const kept = await keepClipping(scene, folder, input.clipping);
    if (!kept.kept) return refused(kept.refusal, { sha256: kept.sha256 });
    const decision = settle(kept.fileId);
    if (!decision.accepted) return refused(decision.refusal);
    const events = await store.listAdoptionEvents(work.id);
    const whole = { known, outlets, events };
    const settled = decision.changes;
    return commitPrinting(scene, { whole, person, settled, note: apart ?? input.note });
  });

function factsIn(input: ParsedOf<'adoption.register'>) {
  const { work, url: _url, clipping: _clipping, apart: _apart, note: _note, ...facts } = input;
  // What is entered of an outside work again is this printing's own byline.
  const { credits = 'credits' in work ? work.credits : undefined } = facts;
  return { ...facts, credits };
}
