import { dayOf } from '../../kernel/days';
import { accept } from '../../kernel/decision';
import { create, replace, type Change } from '../../kernel/change';
import type { LedgerSettings } from '../../domain/ledger/entry';
import { spanOf } from '../../domain/ledger/period';
import { closePeriod, lastDayOf, requiredBefore, type Period } from '../../domain/period/period';
import type { Store } from '../../store';
import { runChange } from './draft-period';

interface Closing {
  key: string;
  before: Period | undefined;
  /** Empty for the clock. */
  byName: string;
}

/**
 * The close begins with the day up to which all is closed: whatever is posted from then on counts
 * later. The last figures wait until nothing that was decided before can still be under way.
 */
export async function planClosing(
  { store, now }: { store: Store; now: number },
  { key, before, byName }: Closing,
) {
  const span = spanOf(key) ?? { from: '', until: '' };
  const organ = await store.readOrgan();
  const required = requiredBefore(key, dayOf(organ?.foundedAt ?? now));
  const [openAppeals, settings, known] = await Promise.all([
    store.countOpenAppeals(span),
    store.readLedgerSettings(),
    store.readPeriods(required),
  ]);
  const earlier = required.filter(
    (period) => known.find(({ _id }) => _id === period)?.state !== 'closed',
  );
  const decision = closePeriod(before, { openAppeals, earlier, byName });
  if (!decision.accepted) return decision;
  const { period } = decision.changes;
  return accept({ period, more: [closedUpTo(settings, lastDayOf(key)), runChange(period, now)] });
}

function closedUpTo(settings: LedgerSettings | undefined, on: string): Change {
  if (!settings) {
    return create('settings', { _id: 'ledger', closedThrough: on, version: 1 });
  }
  const closedThrough = [settings.closedThrough ?? '', on].sort().at(-1) ?? on;
  return replace('settings', { ...settings, closedThrough, version: settings.version + 1 });
}
