/**
 * What the clock does for periods: drafts what has just ended, goes on with what is being computed, and
 * closes what nobody appealed against. Every step is a commit of its own on what was read, and one period
 * that fails holds back no other: it is tried again next time.
 */
import {
  draftPeriod,
  endedBefore,
  isDraftDue,
  isNoticeOver,
  type Period,
} from '../../domain/period/period';
import type { Change } from '../../kernel/change';
import { dayOf } from '../../kernel/days';
import { hashJson } from '../../kernel/hash';
import type { Tried } from '../../kernel/try-all';
import type { Store } from '../../store';
import { periodChange } from './change-period';
import { runChange } from './draft-period';
import { planClosing } from './plan-closing';
import { stepPeriod } from './step-period';

export interface Turning {
  store: Store;
  now(): number;
  /** No step begins after this moment. */
  until: number;
  tried: Tried;
}

/** Tries of one step that others are at as well, before the next minute. */
const outrunMax = 20;

/** How many steps were taken and how long the longest took, drafts begun and closes begun. */
export async function turnPeriods(turning: Turning) {
  const { store, now, tried } = turning;
  const turned = { steps: 0, longestMs: 0, drafted: 0, closing: 0 };
  const on = dayOf(now());
  const [working, ended, organ] = await Promise.all([
    store.listWorkingPeriods(),
    store.readPeriods(endedBefore(on)),
    store.readOrgan(),
  ]);
  if (!organ) return turned;
  const foundedOn = dayOf(organ.foundedAt);
  for (const key of endedBefore(on)) {
    const isKnown = ended.some(({ _id }) => _id === key);
    if (isKnown || !isDraftDue(key, now(), foundedOn)) continue;
    const drafted = await tried(`period ${key}`, beginDraft(store, key, now()));
    if (drafted) working.push(drafted);
    turned.drafted += drafted ? 1 : 0;
  }
  for (const period of working) {
    if (isNoticeOver(period, on)) {
      const isBegun = await tried(`period ${period._id}`, beginClosing(store, period, now()));
      turned.closing += isBegun ? 1 : 0;
    } else if (period.computing) {
      await tried(`period ${period._id}`, computeOn(turning, period, turned));
    }
  }
  return turned;
}

/** Counts in `turned` what was done before a step that fails, too. */
async function computeOn(
  { store, now, until }: Turning,
  period: Period,
  turned: { steps: number; longestMs: number },
) {
  let outrun = 0;
  while (now() < until && outrun < outrunMax) {
    const at = now();
    const stepped = await stepPeriod({ store, now: at, on: dayOf(at) }, period);
    turned.longestMs = Math.max(turned.longestMs, now() - at);
    if (stepped === 'outrun') outrun += 1;
    else if (stepped === 'waiting') break;
    else turned.steps += 1;
    if (stepped === 'done') break;
  }
}

async function beginDraft(store: Store, key: string, at: number): Promise<Period | undefined> {
  const decision = draftPeriod(key, undefined, { at, on: dayOf(at) });
  if (!decision.accepted) return undefined;
  const { period } = decision.changes;
  const isDone = await commitTurn(store, period, { at, more: [runChange(period, at)] });
  return isDone ? period : undefined;
}

async function beginClosing(store: Store, before: Period, at: number): Promise<boolean> {
  const decision = await planClosing({ store, now: at }, { key: before._id, before, byName: '' });
  if (!decision.accepted) return false;
  const { period, more } = decision.changes;
  return commitTurn(store, period, { at, more });
}

async function commitTurn(
  store: Store,
  period: Period,
  { at, more }: { at: number; more: Change[] },
): Promise<boolean> {
  const committed = await store.commit({
    command: {
      call: 'period.turn',
      receiptId: hashJson(['period.turn', period._id, period.version]),
      contentHash: hashJson(period),
    },
    changes: [periodChange(period), ...more],
    ...{ value: null, now: at },
  });
  return committed.committed;
}
