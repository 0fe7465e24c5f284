/**
 * How an asynchronous `wx` API answers: through success, fail and complete when one of them is given,
 * otherwise through a promise. Types come from miniprogram-api-typings, so that a body which
 * reads an option or answers a field that WeChat does not document is a compile error.
 */
import { ApiFault, failureOf } from './fault';
import { RouteRefusal } from '../host';

type Wx = WechatMiniprogram.Wx;

interface Callbacks {
  success?: (...values: never[]) => void;
  fail?: (...values: never[]) => void;
  complete?: (...values: never[]) => void;
}

/** The option object of a documented API. */
export type Option<K extends keyof Wx> = Wx[K] extends (...values: infer V) => unknown
  ? NonNullable<V[0]>
  : never;

/** What the documentation says `success` receives, without errMsg. */
export type Answer<K extends keyof Wx> =
  Option<K> extends { success?: infer S }
    ? NonNullable<S> extends (result: infer R) => unknown
      ? Omit<R, 'errMsg'>
      : never
    : never;

type Returned<K extends keyof Wx> =
  Record<never, never> extends Answer<K> ? Answer<K> | void : Answer<K>;

/** Makes the documented `wx.<name>` of a body that answers the success fields or throws ApiFault. */
export function api<K extends keyof Wx>(
  name: K & string,
  run: (option: Option<K>) => Returned<K> | Promise<Returned<K>>,
): Wx[K] {
  const call = (option?: Option<K>) => {
    // An absent option is documented as an empty one.
    const given = option ?? ({} as Option<K>);
    return settle(name, given as Callbacks, async () => run(given));
  };
  // The typings' result depends on the option's type (void or a promise), which a body cannot state.
  return call as unknown as Wx[K];
}

/** Runs a body and answers as `wx` does; undefined when a callback was given. */
export function settle<T extends object | void>(
  name: string,
  callbacks: Callbacks,
  run: () => Promise<T>,
): Promise<T & { errMsg: string }> | undefined {
  const outcome = run().then(
    (answer) => ({ errMsg: `${name}:ok`, ...answer }) as T & { errMsg: string },
  );
  if (!hasCallback(callbacks)) {
    return outcome.catch((error: unknown) => {
      noteUnexpected(error);
      // WeChat rejects with a plain object, not an Error.
      throw failureOf(name, error);
    });
  }
  answerCallbacks(name, callbacks, outcome);
  return undefined;
}

/** As settle, for the file system manager and tasks, which never answer a promise. */
export function settleByCallbacks<T extends object | void>(
  name: string,
  callbacks: Callbacks,
  run: () => Promise<T>,
): void {
  answerCallbacks(
    name,
    callbacks,
    run().then((answer) => ({ errMsg: `${name}:ok`, ...answer })),
  );
}

/** Calls a listener; what it throws is the mini-program's error and goes to `wx.onError`. */
export function callSafely<V extends unknown[]>(
  listener: ((...values: V) => unknown) | undefined,
  ...values: V
): void {
  try {
    listener?.(...values);
  } catch (error) {
    reportError(error);
  }
}

function answerCallbacks(name: string, callbacks: Callbacks, outcome: Promise<object>): void {
  // The typings give each callback its own result type; settle made exactly that result.
  const { success, fail, complete } = callbacks as Record<
    keyof Callbacks,
    ((result: object) => void) | undefined
  >;
  void outcome.then(
    (result) => {
      callSafely(success, result);
      callSafely(complete, result);
    },
    (error: unknown) => {
      noteUnexpected(error);
      const failure = failureOf(name, error);
      callSafely(fail, failure);
      callSafely(complete, failure);
    },
  );
}

function hasCallback({ success, fail, complete }: Callbacks): boolean {
  return Boolean(success ?? fail ?? complete);
}

// A fault is part of the API; anything else is a mistake of ours that must be seen in the console.
function noteUnexpected(error: unknown): void {
  if (!(error instanceof ApiFault) && !(error instanceof RouteRefusal)) console.error(error);
}
