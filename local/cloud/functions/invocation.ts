/** One invocation from its event to its answer: limits, identity, log, and how it ended. */
import { randomUUID } from 'node:crypto';
import { APP_ID } from '../application';
import { CloudError } from '../errors';
import type { Caller, CloudContext, Functions, Identity } from '../service';
import type { Deployment } from './deployment';
import { callContext, callEnvironment } from './environment';
import { failures } from './failures';
import type { Answer, Instance, Print } from './instance';
import { HTTP_EVENT_BYTES_MAX, REQUEST_BYTES_MAX, RESPONSE_BYTES_MAX } from './limits';
import type { Logs } from './logs';

/** Makes the service's `invoke`; see Functions in service.ts. */
export function createInvoke(parts: {
  context: CloudContext;
  identity: Pick<Identity, 'find'> | undefined;
  deployment: Deployment;
  logs: Logs;
  /** Filled with what serves a call right now, by the call's token. */
  running: Map<string, Instance>;
}): Functions['invoke'] {
  const { context, identity, deployment, logs, running } = parts;
  return async (name, event, caller) => {
    const { config, pool } = deployment.find(name);
    const prepared = prepareEvent(event, caller);
    const persona = caller.openid ? await identity?.find(caller.openid) : undefined;
    const requestId = randomUUID();
    const print: Print = (level, text) =>
      logs.print({ at: context.clock.now(), function: name, requestId, level, text });
    const answer = await pool.use((instance) =>
      reported({ context, name, requestId }, () => {
        const environment = callEnvironment({ context, caller, persona });
        const scfContext = callContext({ context, config, requestId });
        const token = environment.WX_API_TOKEN ?? '';
        running.set(token, instance);
        const answered = instance.run({ event: prepared, context: scfContext, environment }, print);
        return answered.finally(() => running.delete(token));
      }),
    );
    if (Buffer.byteLength(answer.result) > RESPONSE_BYTES_MAX) throw failures.responseSize();
    return JSON.parse(answer.result);
  };
}

/** Runs one call and logs how long it took and how it ended, as SCF's report line does. */
async function reported(
  call: { context: CloudContext; name: string; requestId: string },
  run: () => Promise<Answer>,
): Promise<Answer> {
  const startedAt = performance.now();
  const report = (end: Record<string, unknown>): void =>
    call.context.log({
      service: 'functions',
      report: call.name,
      requestId: call.requestId,
      durationMs: Math.round(performance.now() - startedAt),
      ...end,
    });
  try {
    const answer = await run();
    report({ outcome: 'answered', memoryMb: answer.memoryMb });
    return answer;
  } catch (error) {
    if (error instanceof CloudError) report({ outcome: error.code, message: error.message });
    throw error;
  }
}

/** The event as `main` gets it; throws EXCEED_MAX_PAYLOAD_SIZE. */
function prepareEvent(event: unknown, caller: Caller): unknown {
  const text = JSON.stringify(event ?? {});
  const bytesMax = caller.source === 'wx_http' ? HTTP_EVENT_BYTES_MAX : REQUEST_BYTES_MAX;
  const bytes = Buffer.byteLength(text);
  if (bytes > bytesMax) throw failures.requestSize(bytes, bytesMax);
  return addUserInfo(event ?? {}, caller);
}

// WeChat puts the caller into the event of wx.cloud.callFunction, over whatever the phone wrote there.
// Source: WeChat cloud development guide, "My first cloud function": event.userInfo.
function addUserInfo(event: unknown, caller: Caller): unknown {
  if (caller.source !== 'wx_client' || !caller.openid || !isPlainObject(event)) return event;
  return { ...event, userInfo: { appId: APP_ID, openId: caller.openid } };
}

/** `request_data` of the SDK's functions.invokeFunction: JSON text, empty for no event at all. */
export function parseRequest(params: Record<string, unknown>): { name: string; event: unknown } {
  const { function_name: name, request_data: text } = params;
  if (typeof name !== 'string' || name === '')
    throw new CloudError('INVALID_PARAM', 'function_name is missing');
  if (text === undefined || text === null || text === '') return { name, event: {} };
  if (typeof text !== 'string')
    throw new CloudError('INVALID_PARAM', 'request_data is not a JSON text');
  try {
    return { name, event: JSON.parse(text) };
  } catch {
    // The parser's own words would quote the text, which may hold personal matters.
    throw new CloudError('INVALID_PARAM', 'request_data is not a JSON text');
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
