import { periodDayOf } from '../../domain/ledger/append-entries';
import { lastDayOf } from '../../domain/period/period';
import { registerFact } from '../../domain/points/register-fact';
import { create } from '../../kernel/change';
import { keepClipping } from '../adoption/keep-clipping';
import { untilCommitted } from '../adoption/until-committed';
import { refused, type CommandHandler } from '../handler';
import { planFact } from '../ledger/plan-fact';
import { viewFact } from './view-fact';

/** `fact.register`: what earns or costs points without a printing; its points come with it. */
export const registerFactHandler: CommandHandler<'fact.register'> = (input, scene) =>
  untilCommitted(async () => {
    const { store, now: at, on } = scene;
    const { clipping, ...fields } = input;
    const [asker, unit, about, taken, [period], printings] = await Promise.all([
      scene.person(),
      store.readUnit(input.unitId),
      input.personId === null ? undefined : store.readPerson(input.personId),
      store.readFact(input.factId),
      input.jury ? store.readPeriods([input.jury.period]) : [],
      input.workId === null ? [] : store.listAdoptionsOf(input.workId),
    ]);
    if (!asker) return refused('not_bound');
    if (taken) return refused('not_allowed');
    const authorIds = printings.flatMap(({ peopleIds }) => peopleIds);
    const decide = (fileId: string | null) =>
      registerFact(asker, { ...fields, fileId }, { unit, about, authorIds, period, at, on });
    // Decided before any file is touched, so that what is refused leaves nothing behind.
    const first = decide(null);
    if (!first.accepted) return refused(first.refusal);
    const kept = await keepClipping(scene, `facts/${input.factId}`, clipping);
    if (!kept.kept) return refused(kept.refusal, { sha256: kept.sha256 });
    const decision = decide(kept.fileId);
    if (!decision.accepted) return refused(decision.refusal);
    const { fact } = decision.changes;
    const links = await store.linkPaths(kept.fileId === null ? [] : [kept.fileId]);
    const shown = { personName: about?.name ?? null, clippingUrl: links[0] ?? null };
    const posted = await planFact(scene, { fact, eventId: `${fact._id}:${fact.version}` });
    const countsOn = fact.jury
      ? lastDayOf(fact.jury.period)
      : periodDayOf(fact.occurredOn, posted.closedThrough);
    const committed = await store.commit({
      command: scene.command,
      changes: [create('registered_facts', { ...fact, countsOn }), ...posted.changes],
      value: { fact: viewFact(fact, shown) },
      now: at,
    });
    return committed.committed ? { ok: true, value: committed.value } : undefined;
  });
