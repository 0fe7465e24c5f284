/** The HTTP server of WeChat's stand-in, on a port of its own as api.weixin.qq.com is a host of its own. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { listen } from '../server';
import { linger, readBody } from '../server/body';
import { KEEP_ALIVE_MS } from '../server/limits';
import { refuseForeignHost } from '../server/origin';
import type { Endpoint, Endpoints, WechatAnswer } from './endpoint';
import { newTraceId, WechatError, wechatError } from './errors';
import { BODY_BYTES_MAX } from './limits';
import { errorOf } from './mishaps';
import type { Mishaps } from './mishaps';
import type { Rates } from './rates';
import type { Tokens } from './tokens';

export interface WechatServer {
  /** `http://127.0.0.1:P`; only once it listens. */
  base(): string;
  start(port: number): Promise<void>;
  stop(): Promise<void>;
}

/** What is not WeChat's own but this laptop's: `/sent-messages`, `/open`. */
export type LocalPages = Record<string, (url: URL, response: ServerResponse) => Promise<void>>;

interface Parts {
  endpoints: Endpoints;
  localPages: LocalPages;
  tokens: Tokens;
  rates: Rates;
  mishaps: Mishaps;
  log(line: Record<string, unknown>): void;
}

export function createWechatServer(parts: Parts): WechatServer {
  let server: Server | undefined;
  return {
    base() {
      // A listening TCP server has an AddressInfo; before that there is no base to ask for.
      const address = server?.address() as AddressInfo | null | undefined;
      if (!address) throw new Error("WeChat's stand-in does not listen yet");
      return `http://127.0.0.1:${address.port}`;
    },
    async start(port) {
      server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
        response.once('finish', () => linger(request));
        void answer(parts, request, response);
      });
      await listen(server, port);
    },
    async stop() {
      const closing = server;
      server = undefined;
      if (!closing) return;
      const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
      // Those that were told to hang are hung up on.
      closing.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    refuseForeignHost(request);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const local = parts.localPages[url.pathname];
    if (local) return await local(url, response);
    const mishap = parts.mishaps.take(url.pathname);
    if (mishap?.mode === 'hang') return;
    if (mishap?.mode === 'drop') return void response.destroy();
    if (mishap?.mode === 'slow') await delay(mishap.ms);
    if (mishap?.mode === 'fail') throw errorOf(mishap);
    send(response, await call(parts, url, request));
  } catch (error) {
    sendError(parts, response, error);
  }
}

async function call(parts: Parts, url: URL, request: IncomingMessage): Promise<WechatAnswer> {
  const endpoint = parts.endpoints[url.pathname];
  if (!endpoint) throw wechatError('unknownPath');
  if (endpoint.method === 'POST' && request.method !== 'POST') throw wechatError('wantsPost');
  if (endpoint.needsToken) parts.tokens.check(url.searchParams.get('access_token'));
  parts.rates.count(url.pathname);
  const body = await readJson(endpoint, request);
  return endpoint.answer({ query: url.searchParams, body });
}

async function readJson(
  endpoint: Endpoint,
  request: IncomingMessage,
): Promise<Record<string, unknown>> {
  if (endpoint.method === 'GET') return {};
  const text = (await readBody(request, BODY_BYTES_MAX)).toString('utf8');
  if (text.trim() === '') throw wechatError('emptyBody');
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wechatError('malformed');
  // Narrowed above to a non-null object that is no array.
  return value as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // WeChat says the same of every body that is no JSON.
    throw wechatError('malformed');
  }
}

function send(response: ServerResponse, value: WechatAnswer): void {
  const isPicture = 'picture' in value && Buffer.isBuffer(value.picture);
  const body = isPicture ? value.picture : Buffer.from(JSON.stringify(value));
  response.writeHead(200, {
    'content-type': isPicture ? 'image/png' : 'application/json; charset=UTF-8',
    // Both branches above are Buffers; the type of `picture` is lost in the union.
    'content-length': (body as Buffer).length,
  });
  response.end(body);
}

function sendError(parts: Parts, response: ServerResponse, error: unknown): void {
  const isExpected = error instanceof WechatError;
  if (!isExpected) parts.log({ service: 'wechat', level: 'error', error: String(error) });
  if (response.destroyed || response.headersSent) return;
  const { errcode, errmsg } = isExpected ? error : wechatError('systemBusy');
  if (!response.req.complete) response.setHeader('connection', 'close');
  send(response, { errcode, errmsg: `${errmsg} rid: ${newTraceId()}` });
}
