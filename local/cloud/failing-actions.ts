/**
 * Makes one request of a function fail on purpose: the control `fail` of a service takes
 * `{nth, action, code?, data?}` and counts requests of functions from then on. `{}` ends it. What it
 * answers is which have been counted since it was last told, and whether one failed.
 */
import { CloudError } from './errors';
import type { AdminAction, AdminAnswer } from './service';

/**
 * `conflict` and `before`: not done, and told so; `after`: done, and told that it was not; `kill` and
 * `killAfter`: the function's process ends before or after it is done; `answer`: not done, and answered
 * with `data` all the same.
 */
const ACTIONS = ['conflict', 'before', 'after', 'kill', 'killAfter', 'answer'] as const;

interface Failure {
  nth: number;
  action: (typeof ACTIONS)[number];
  code: string;
  data: unknown;
}

interface FailingParts {
  /** Ends the process whose invocation has this token. */
  endCaller(token: string): Promise<void>;
  /** Called for a request that meets a conflict, which ends its transaction. */
  onConflict?(params: Record<string, unknown>): void;
}

export interface FailingActions {
  wrap(actions: Record<string, AdminAction>): Record<string, AdminAction>;
  /** Names of the requests, in their order. */
  control(input: Record<string, unknown>): { requests: string[]; failed: boolean };
}

export function createFailingActions(parts: FailingParts): FailingActions {
  let failure: Failure | undefined;
  let requests: string[] = [];
  let failed = false;

  /** What this request meets, if it is the one. */
  function take(name: string, token: string | undefined): Failure | undefined {
    // Tests look at the cloud through the same door; only functions are made to fail.
    if (token === undefined) return undefined;
    requests.push(name);
    if (failed || failure?.nth !== requests.length) return undefined;
    failed = true;
    return failure;
  }

  function wrapOne(name: string, perform: AdminAction): AdminAction {
    return async (params, request) => {
      const token = request.wxCloudApiToken;
      const met = take(name, token);
      if (!met) return perform(params, request);
      return meet(parts, met, {
        params,
        token: token ?? '',
        perform: () => perform(params, request),
      });
    };
  }

  return {
    wrap: (actions) =>
      Object.fromEntries(
        Object.entries(actions).map(([name, perform]) => [name, wrapOne(name, perform)]),
      ),
    control(input) {
      const told = { requests, failed };
      [failure, requests, failed] = [failureOf(input), [], false];
      return told;
    },
  };
}

async function meet(
  parts: FailingParts,
  { action, code, data }: Failure,
  request: {
    params: Record<string, unknown>;
    token: string;
    perform(): Promise<AdminAnswer> | AdminAnswer;
  },
): Promise<AdminAnswer> {
  if (action === 'answer') return { data };
  if (action === 'conflict') parts.onConflict?.(request.params);
  if (action === 'after' || action === 'killAfter') await request.perform();
  if (action === 'kill' || action === 'killAfter') await parts.endCaller(request.token);
  throw new CloudError(code, `${action}: simulated by a test`);
}

function failureOf(input: Record<string, unknown>): Failure | undefined {
  const { nth, data } = input;
  if (nth === undefined) return undefined;
  const action = ACTIONS.find((one) => one === input.action);
  if (typeof nth !== 'number' || !(nth >= 1) || !action) {
    const wanted = `nth from 1 on, and an action (${ACTIONS.join(', ')})`;
    throw new CloudError('INVALID_PARAM', `${wanted} are needed`);
  }
  const usual = action === 'conflict' ? 'DATABASE_TRANSACTION_CONFLICT' : 'SYS_ERR';
  return { nth, action, data, code: typeof input.code === 'string' ? input.code : usual };
}
