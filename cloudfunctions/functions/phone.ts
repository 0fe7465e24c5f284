/**
 * What every function that phones call has in common: it joins the router, the handlers and the
 * store, and takes the caller from the platform.
 */
import cloudbase from '@cloudbase/node-sdk';
import type { Answer } from '../kernel/answer';
import { now } from '../kernel/clock';
import { dayOf } from '../kernel/days';
import { assert } from '../kernel/faults';
import { newId } from '../kernel/ids';
import { route, type RoutedCall, type Scene } from '../kernel/router';
import { openStore, type Store } from '../store';

type InvocationContext = Parameters<typeof cloudbase.getCloudbaseContext>[0];
type AnyHandler = (input: never, scene: never) => Promise<Answer>;

export interface PhoneFunction {
  calls: Record<string, RoutedCall>;
  routes: Record<string, AnyHandler>;
}

/** `main` of a function that phones call: one request of `{ call, commandId?, input }`. */
export function answerPhones({ calls, routes }: PhoneFunction) {
  let store: Store | undefined;
  return async function main(event: unknown, context: InvocationContext): Promise<Answer> {
    // Opened on first use: an instance that is only warmed up needs no connection.
    store ??= openStore();
    const opened = store;
    return route(
      {
        calls,
        findReceipt: opened.findReceipt,
        now,
        log: (line) => console.log(JSON.stringify(line)),
        run: (call, input, scene) => run(routes, { call, input, scene, store: opened }),
      },
      event,
      callerOf(context),
    );
  };
}

/** The openid that the platform vouches for; empty when no phone is behind the call. */
function callerOf(context: InvocationContext): string {
  return cloudbase.getCloudbaseContext(context).WX_OPENID ?? '';
}

function run(
  routes: Record<string, AnyHandler>,
  { call, input, scene, store }: { call: string; input: unknown; scene: Scene; store: Store },
): Promise<Answer> {
  const handler = routes[call];
  assert(handler, 'routes has a handler for every call of the contract, by its type');
  let person: Promise<unknown> | undefined;
  const full = {
    ...scene,
    ...(scene.command && { command: { ...scene.command, call } }),
    on: dayOf(scene.now),
    store,
    newId,
    person: () => (person ??= store.readPersonOf(scene.openid)),
  };
  // The router parsed the input by this very call's schema, and gave commands their key.
  return handler(input as never, full as never);
}
