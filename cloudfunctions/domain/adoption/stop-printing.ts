import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Adoption, AdoptionEvent, MetricSnapshot } from './adoption';
import { metricsMax, type Settled } from './settle-printing';

interface Stopping {
  note: string;
  at: number;
}

/** A report is not true, or cannot be shown to be. */
export function rejectPrinting(
  adoption: Adoption,
  { note, at }: Stopping,
): Decision<Settled, 'adoption_not_reported'> {
  if (adoption.state !== 'reported') return refuse('adoption_not_reported');
  return changed(adoption, { state: 'rejected', stoppedWhy: note }, at, 'adoption_rejected');
}

/** What was verified no longer counts. */
export function withdrawPrinting(
  adoption: Adoption,
  { note, at }: Stopping,
): Decision<Settled, 'adoption_not_verified'> {
  if (adoption.state !== 'verified') return refuse('adoption_not_verified');
  const stopped = { state: 'withdrawn' as const, stoppedWhy: note, verifiedOn: null };
  return changed(adoption, stopped, at, 'adoption_withdrawn');
}

/** Reads and forwards at a moment; of several, the newest counts. */
export function takeMetric(
  adoption: Adoption,
  snapshot: MetricSnapshot,
): Decision<Settled, 'metric_missing' | 'adoption_not_open'> {
  if (snapshot.reads === null && snapshot.forwards === null) return refuse('metric_missing');
  if (!isOpen(adoption)) return refuse('adoption_not_open');
  const metrics = [...adoption.metrics, snapshot].sort((one, two) => one.at - two.at);
  return changed(adoption, { metrics: metrics.slice(-metricsMax) }, snapshot.at, 'metric_taken');
}

/** Does it still stand, verified or waiting for it? */
export function isOpen({ state }: Adoption): boolean {
  return state === 'reported' || state === 'verified';
}

function changed(
  before: Adoption,
  change: Partial<Adoption>,
  at: number,
  kind: AdoptionEvent['kind'],
): { accepted: true; changes: Settled } {
  const updatedAt = Math.max(before.updatedAt, at);
  const adoption = { ...before, ...change, updatedAt, version: before.version + 1 };
  return accept({ adoption, moved: [{ before, adoption }], kind });
}
