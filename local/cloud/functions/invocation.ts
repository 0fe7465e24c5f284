/** What goes into one invocation: its event and the size it may have, by who is behind it. */
import { CloudError } from '../errors';
import { APP_ID } from '../application';
import type { Caller } from '../service';
import { failures } from './failures';
import { HTTP_EVENT_BYTES_MAX, REQUEST_BYTES_MAX } from './limits';

/** The event as `main` gets it; throws EXCEED_MAX_PAYLOAD_SIZE. */
export function prepareEvent(event: unknown, caller: Caller): unknown {
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
