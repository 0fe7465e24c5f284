import { printingIdOf, printingsMax, reportPrinting } from '../../domain/adoption/report-printing';
import { peopleOf, workOfStory } from '../../domain/adoption/work';
import { outletNamed, type Outlet } from '../../domain/outlet/outlet';
import { mayRead } from '../../domain/review/eligibility';
import type { Story } from '../../domain/story/story';
import { dayOf } from '../../kernel/days';
import type { ParsedOf } from '../../contract';
import { refused, type CommandHandler, type CommandScene } from '../handler';
import { adoptionChanges, adoptionEvent } from './adoption-changes';
import { keepClipping } from './keep-clipping';
import { untilCommitted } from './until-committed';

/** `adoption.report`: somebody whose story it is says that it was printed; the office verifies. */
export const reportAdoptionHandler: CommandHandler<'adoption.report'> = (input, scene) =>
  untilCommitted(async () => {
    const { store, on } = scene;
    const [person, whole, outlets] = await Promise.all([
      scene.person(),
      store.readWholeStory(input.storyId),
      store.readOutlets(),
    ]);
    if (!person) return refused('not_bound');
    if (!whole || !mayRead(whole.story, person, on)) return refused('not_found');
    const { story, adoptions: known } = whole;
    if (!story.peopleIds.includes(person._id)) return refused('not_allowed');
    if (input.url === null && input.clipping === null) return refused('evidence_missing');
    if (input.printedOn > on) return refused('printed_in_future');
    if (known.length >= printingsMax) return refused('printings_full');
    const outlet = outletOf(input, outlets);
    if (!outlet && input.outletId !== null) return refused('outlet_unknown');

    const work = workOfStory(story, whole.revision.content);
    const report = {
      work,
      ...{ unitPath: story.unitPath, outlet, outletName: input.outletName },
      ...{ printedOn: input.printedOn, position: input.position, headline: input.headline },
      ...{ isAfterKill: isAfterKill(story, input.printedOn), isTrusted: false, on },
      peopleIds: peopleOf(work, story.peopleIds),
    };
    const kept = await keepClipping(scene, `adoptions/${printingIdOf(report)}`, input.clipping);
    if (!kept.kept) return refused(kept.refusal, { sha256: kept.sha256 });
    const by = { byId: person._id, byName: person.name, at: scene.now };
    const { url, note } = input;
    const evidence = { source: 'report' as const, ...by, url, fileId: kept.fileId, note };
    const reported = reportPrinting(known, { ...report, evidence });
    return commitReport(scene, { known, reported, by });
  });

function outletOf({ outletId, outletName }: ParsedOf<'adoption.report'>, outlets: Outlet[]) {
  if (outletId === null) return outletNamed(outlets, outletName);
  return outlets.find(({ _id }) => _id === outletId);
}

/** There is no way back from a kill, so that it was the last that happened to the story. */
const isAfterKill = ({ state, updatedAt }: Story, printedOn: string) =>
  state === 'killed' && printedOn > dayOf(updatedAt);

async function commitReport(
  scene: CommandScene,
  {
    known,
    reported,
    by,
  }: {
    known: Parameters<typeof adoptionChanges>[1]['known'];
    reported: ReturnType<typeof reportPrinting>;
    by: { byId: string; byName: string; at: number };
  },
) {
  const { adoption } = reported;
  const events = reported.events.map((kind) =>
    adoptionEvent(adoption, kind, { id: scene.newId(), ...by, note: '' }),
  );
  const committed = await scene.store.commit({
    command: scene.command,
    changes: await adoptionChanges(scene, { known, moved: [reported], events }),
    value: { adoptionId: adoption._id, state: adoption.state },
    now: scene.now,
  });
  return committed.committed ? { ok: true as const, value: committed.value } : undefined;
}
