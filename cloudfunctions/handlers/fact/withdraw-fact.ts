import { withdrawFact } from '../../domain/points/register-fact';
import { replace } from '../../kernel/change';
import { untilCommitted } from '../adoption/until-committed';
import { refused, type CommandHandler } from '../handler';
import { planFact } from '../ledger/plan-fact';
import { viewFact } from './view-fact';

/** `fact.withdraw`: it no longer counts; what it posted is taken back. */
export const withdrawFactHandler: CommandHandler<'fact.withdraw'> = (input, scene) =>
  untilCommitted(async () => {
    const { store, on } = scene;
    const [asker, fact] = await Promise.all([scene.person(), store.readFact(input.factId)]);
    if (!asker) return refused('not_bound');
    if (!fact) return refused('not_found');
    const [period] = fact.jury ? await store.readPeriods([fact.jury.period]) : [];
    const decision = withdrawFact(fact, asker, { note: input.note, period, on });
    if (!decision.accepted) return refused(decision.refusal);
    if (input.version !== fact.version) return refused('changed_meanwhile');
    const after = decision.changes.fact;
    const [links, about] = await Promise.all([
      store.linkPaths(after.fileId === null ? [] : [after.fileId]),
      after.personId === null ? undefined : store.readPerson(after.personId),
    ]);
    const shown = { personName: about?.name ?? null, clippingUrl: links[0] ?? null };
    const posted = await planFact(scene, { fact: after, eventId: `${after._id}:${after.version}` });
    const committed = await store.commit({
      command: scene.command,
      changes: [replace('registered_facts', after), ...posted.changes],
      value: { fact: viewFact(after, shown) },
      now: scene.now,
    });
    return committed.committed ? { ok: true, value: committed.value } : undefined;
  });
