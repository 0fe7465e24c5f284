import { settleByCallbacks } from '../api';
import { ApiFault, parameterFault } from '../fault';
import { createListeners } from '../listeners';
import { exchange, type Incoming, type TimeoutOf } from './exchange';
import type { Line } from './line';
import type { Queue } from './queue';

type RequestOption = WechatMiniprogram.RequestOption;
type HeadersReceived = WechatMiniprogram.RequestTaskOnHeadersReceivedListenerResult;

/** `wx.request`: answers are whatever status came back, as in WeChat; only a broken line fails. */
export function createRequest(line: Line, queue: Queue, timeoutOf: TimeoutOf) {
  return {
    request: (option: RequestOption): WechatMiniprogram.RequestTask => {
      const abort = new AbortController();
      const headers = createListeners<HeadersReceived>();
      settleByCallbacks('request', option, async () => {
        const incoming = await queue.run(() =>
          line.carry((cut) =>
            exchange({
              ...outgoingOf(option),
              timeoutMs: option.timeout ?? timeoutOf('request'),
              signal: abort.signal,
              cut,
              onHeaders: (header, statusCode) =>
                headers.emit({ header, statusCode, cookies: [] } as unknown as HeadersReceived), // some fields are iOS only
            }),
          ),
        );
        return answerOf(option, incoming);
      });
      return {
        abort: () => abort.abort(),
        onHeadersReceived: headers.on,
        offHeadersReceived: headers.off,
        onChunkReceived: refuseChunks,
        offChunkReceived: refuseChunks,
      };
    },
  };
}

function refuseChunks(): never {
  throw new Error('RequestTask.onChunkReceived is not implemented in the browser');
}

function outgoingOf({ url, method = 'GET', header = {}, data }: RequestOption) {
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) {
    throw new ApiFault(`invalid url "${String(url)}"`, { errno: 600009 });
  }
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(header)) headers[name.toLowerCase()] = String(value);
  if (data === undefined) return { url, method, headers };
  if (method === 'GET') return { url: withQuery(url, data), method, headers };
  return { url, method, headers, body: bodyOf(data, headers['content-type'] ?? '') };
}

function withQuery(url: string, data: string | object): string {
  const query = typeof data === 'string' ? data : formOf(data);
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

// How `data` is written is documented with wx.request: JSON, form by content type, or as it is.
function bodyOf(data: string | object, contentType: string): string | ArrayBuffer {
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
  return contentType.includes('x-www-form-urlencoded') ? formOf(data) : JSON.stringify(data);
}

function formOf(data: object): string {
  if (data instanceof ArrayBuffer) throw parameterFault('data should not be bytes here');
  return Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}

function answerOf({ responseType, dataType = 'json' }: RequestOption, incoming: Incoming) {
  const { statusCode, headers: header, body } = incoming;
  if (responseType === 'arraybuffer') return { statusCode, header, data: body, cookies: [] };
  const text = new TextDecoder().decode(body);
  return { statusCode, header, data: dataType === 'json' ? parsed(text) : text, cookies: [] };
}

// "json": parsed when it is JSON, given as text when it is not; so documented.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
