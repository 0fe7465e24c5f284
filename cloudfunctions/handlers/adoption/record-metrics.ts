import type { Adoption } from '../../domain/adoption/adoption';
import { isOpen, takeMetric } from '../../domain/adoption/stop-printing';
import { outletNamed, plainName } from '../../domain/outlet/outlet';
import type { Change } from '../../kernel/change';
import { dayOf } from '../../kernel/days';
import type { Store } from '../../store';
import { adoptionChanges, adoptionEvent } from './adoption-changes';

export interface ChannelMetrics {
  storyId: string;
  outletName: string;
  url: string | null;
  reads: number | null;
  forwards: number | null;
  channelId: string;
  channelName: string;
  at: number;
  newId(): string;
}

/**
 * A channel's reads and forwards as a dated snapshot of the printing they are about. No changes
 * where we know of no such printing: the message keeps the answer all the same.
 */
export async function recordMetrics(store: Store, counted: ChannelMetrics): Promise<Change[]> {
  const { storyId, outletName, url, reads, forwards, channelId, channelName, at } = counted;
  const [outlets, known] = await Promise.all([store.readOutlets(), store.listAdoptionsOf(storyId)]);
  const outlet = outletNamed(outlets, outletName);
  const isThere = (adoption: Adoption) =>
    isOpen(adoption) &&
    (outlet
      ? adoption.outletId === outlet._id
      : plainName(adoption.outletName) === plainName(outletName));
  const there = known.filter(isThere);
  const linked = there.find(({ evidence }) => evidence.some((one) => one.url === url));
  const before = linked ?? there[0];
  if (!before) return [];
  const snapshot = { at, reads, forwards, source: 'channel' as const, byName: channelName };
  const taken = takeMetric(before, snapshot);
  if (!taken.accepted) return [];
  const { adoption, moved } = taken.changes;
  const act = { id: counted.newId(), byId: null, byName: channelId, at, note: '' };
  const event = adoptionEvent(adoption, 'metric_taken', act);
  const scene = { store, now: at, on: dayOf(at) };
  return adoptionChanges(scene, { known, moved, events: [event] });
}
