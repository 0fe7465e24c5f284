/**
 * What every function that phones call has in common: it joins the router, the handlers and the
 * store, and takes the caller from the platform.
 */
import cloudbase from '@cloudbase/node-sdk';
import type { Answer } from '../kernel/answer';
import { now } from '../kernel/clock';
import { dayOf } from '../kernel/days';
import { assert, Fault } from '../kernel/faults';
import { newId } from '../kernel/ids';
import { route, type RoutedCall, type Scene } from '../kernel/router';
import { openStore, takeTrips, type Store } from '../store';
import type { FilingWanted } from '../store/filing';
import { openWechat, type Wechat } from '../wechat';
import { kickRelay } from './kick-relay';

type InvocationContext = Parameters<typeof cloudbase.getCloudbaseContext>[0];
type AnyHandler = (input: never, scene: never) => Promise<Answer>;

export interface PhoneFunction {
  calls: Record<string, RoutedCall>;
  routes: Record<string, AnyHandler>;
  /** Calls that read what a filing is decided on, and which. */
  filings?: Record<string, (input: never, on: string) => FilingWanted>;
}

/** `main` of a function that phones call: one request of `{ call, commandId?, input }`. */
export function answerPhones({ calls, routes, filings = {} }: PhoneFunction) {
  let opened: { store: Store; wechat: Wechat } | undefined;
  return async function main(event: unknown, context: InvocationContext): Promise<Answer> {
    // Opened on first use: an instance that is only warmed up needs no connection.
    opened ??= openAll();
    const { store, wechat } = opened;
    const openid = callerOf(context);
    let person: Promise<unknown> | undefined;
    let filingPlace: unknown;
    let isRelayWanted = false;
    const wakeRelay = () => void (isRelayWanted = true);
    takeTrips();
    const answer = await route(
      {
        calls,
        findReceipt: async (receiptId, asked) => {
          // The router parsed the input by this very call's schema.
          const filing = filings[asked.call]?.(asked.input as never, dayOf(asked.now));
          const caller = await store.readCaller(openid, { receiptId, filing });
          filingPlace = caller.filingPlace;
          person = Promise.resolve(caller.person);
          return caller.receipt;
        },
        now,
        log: (line) => console.log(JSON.stringify({ ...line, trips: takeTrips() })),
        run: (call, input, scene) => {
          const known = () => (person ??= store.readPersonOf(openid));
          const given = { store, wechat, wakeRelay, person: known, filingPlace };
          return run(routes, { call, input, scene, with: given }).catch(tellDamage);
        },
      },
      event,
      openid,
    );
    if (isRelayWanted) await kickRelay();
    return answer;
  };
}

/** The one fault that people can do something about, whatever they were at. */
function tellDamage(error: unknown): Answer {
  if (error instanceof Fault && error.code === 'ledger_damaged') {
    return { ok: false, refusal: 'ledger_damaged' };
  }
  throw error;
}

function openAll(): { store: Store; wechat: Wechat } {
  const store = openStore();
  return { store, wechat: openWechat(store, now) };
}

/** The openid that the platform vouches for; empty when no phone is behind the call. */
function callerOf(context: InvocationContext): string {
  return cloudbase.getCloudbaseContext(context).WX_OPENID ?? '';
}

interface Running {
  call: string;
  input: unknown;
  scene: Scene;
  with: {
    store: Store;
    wechat: Wechat;
    wakeRelay: () => void;
    person: () => Promise<unknown>;
    filingPlace: unknown;
  };
}

function run(
  routes: Record<string, AnyHandler>,
  { call, input, scene, with: given }: Running,
): Promise<Answer> {
  const handler = routes[call];
  assert(handler, 'routes has a handler for every call of the contract, by its type');
  const full = {
    ...scene,
    ...(scene.command && { command: { ...scene.command, call } }),
    ...given,
    on: dayOf(scene.now),
    newId,
  };
  // The router parsed the input by this very call's schema, and gave commands their key.
  return handler(input as never, full as never);
}
