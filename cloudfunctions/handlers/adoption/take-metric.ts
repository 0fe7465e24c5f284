import { isOpen, takeMetric } from '../../domain/adoption/stop-printing';
import { evidenceMax, evidenceOf } from '../../domain/adoption/report-printing';
import type { Settled } from '../../domain/adoption/settle-printing';
import { accept, refuse } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { changeAdoption } from './change-adoption';
import { keepClipping } from './keep-clipping';

/** `metric.take`: reads and forwards as they are now; a screenshot joins as evidence. */
export const takeMetricHandler: CommandHandler<'metric.take'> = (input, scene) =>
  changeAdoption(scene, input, async ({ whole: { adoption }, person }) => {
    const { reads, forwards, clipping } = input;
    if (!isOpen(adoption)) return refuse('adoption_not_open');
    const by = { byId: person._id, byName: person.name, at: scene.now };
    const source = clipping === null ? ('entered' as const) : ('screenshot' as const);
    const snapshot = { at: scene.now, reads, forwards, source, byName: person.name };
    const taken = takeMetric(adoption, snapshot);
    if (!taken.accepted || clipping === null) return taken;
    const kept = await keepClipping(scene, `adoptions/${adoption._id}`, clipping);
    if (!kept.kept) return refuse(kept.refusal);
    const office = { source: 'office' as const, ...by, url: null, fileId: kept.fileId, note: '' };
    return accept(withEvidence(taken.changes, evidenceOf(office)));
  });

function withEvidence(settled: Settled, evidence: ReturnType<typeof evidenceOf>): Settled {
  const known = settled.adoption.evidence.filter(({ id }) => id !== evidence.id);
  const all = [...known, evidence].slice(-evidenceMax);
  const adoption = { ...settled.adoption, evidence: all };
  return { ...settled, adoption, moved: settled.moved.map((one) => ({ ...one, adoption })) };
}
