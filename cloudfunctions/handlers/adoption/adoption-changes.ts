import type { Adoption, AdoptionEvent } from '../../domain/adoption/adoption';
import { countsOnOf } from '../../domain/ledger/append-entries';
import { create, replace, type Change } from '../../kernel/change';
import { planFamily } from '../ledger/plan-family';
import type { Posting } from '../ledger/plan-posting';
import type { Scene } from '../handler';

/** One printing before and after an act; the same object twice where nothing changes. */
export interface Moved {
  before: Adoption | undefined;
  adoption: Adoption;
}

export interface Acts {
  /** Every adoption of the work as it was read. */
  known: Adoption[];
  moved: Moved[];
  events: AdoptionEvent[];
}

/**
 * The documents that an act on printings writes. Where what is verified changes, what the work's
 * family posts is part of it, so that points and printing are never apart.
 */
export async function adoptionChanges(
  scene: Pick<Scene, 'store' | 'now' | 'on'>,
  { known, moved, events }: Acts,
): Promise<Change[]> {
  const written = moved.filter(({ before, adoption }) => before !== adoption);
  const [first] = written;
  if (!first) return [];
  const history = events.map((event) => create('adoption_events', event));
  const event = events.at(-1);
  const isCounted = written.some(
    ({ before, adoption }) => before?.state === 'verified' || adoption.state === 'verified',
  );
  if (!isCounted || !event) return [...written.map(writing), ...history];
  const after = new Map(known.map((adoption) => [adoption._id, adoption]));
  for (const { adoption } of written) after.set(adoption._id, adoption);
  const posted = await planFamily(scene, {
    work: first.adoption.work,
    adoptions: [...after.values()],
    eventId: event._id,
    causeKind: 'adoption',
  });
  const counted = written.map((one) => ({ ...one, adoption: countedFrom(one, posted) }));
  return [...counted.map(writing), ...history, ...posted.changes];
}

const writing = ({ before, adoption }: Moved) =>
  before ? replace('adoptions', adoption) : create('adoptions', adoption);

/** Which bulletin counts it: that of the printing, unless it was closed by then. */
function countedFrom({ before, adoption }: Moved, { closedThrough }: Posting): Adoption {
  if (adoption.state !== 'verified') return adoption;
  const known = before?.countsOn ?? adoption.countsOn;
  return { ...adoption, countsOn: countsOnOf(known, adoption.printedOn, closedThrough) };
}

/** A history line of an adoption. */
export function adoptionEvent(
  adoption: Adoption,
  kind: AdoptionEvent['kind'],
  act: { id: string; byId: string | null; byName: string; at: number; note: string },
): AdoptionEvent {
  const { id, ...by } = act;
  return { _id: id, adoptionId: adoption._id, workId: adoption.work.id, kind, ...by };
}
