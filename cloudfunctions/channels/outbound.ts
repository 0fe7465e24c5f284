/** One request to the world outside: HTTPS, public addresses, no redirects, a bounded answer. */
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { urlOf } from '../kernel/url';
import { isOpenAddress, lookupOpen, mayUseLoopback } from './public-address';

export interface OutboundRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export type OutboundAnswer =
  | { answered: true; status: number; headers: http.IncomingHttpHeaders; body: string }
  /** `unsent`: nothing of it can have arrived. */
  | { answered: false; why: string; isUnsent: boolean };

/** A center copies the photos before it answers. */
const patienceMs = 10_000;
const answerBytesMax = 64 * 1024;

const agents = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 32 }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 32 }),
};

/** Never throws: whatever goes wrong is an answer that was not given. */
export function sendOutbound(wanted: OutboundRequest): Promise<OutboundAnswer> {
  const url = urlOf(wanted.url);
  const refusal = url ? refusalOf(url) : 'endpoint_invalid';
  if (!url || refusal) {
    return Promise.resolve({ answered: false, why: refusal ?? '', isUnsent: true });
  }
  return new Promise((resolve) => {
    let isUnsent = true;
    const fail = (why: string) => resolve({ answered: false, why, isUnsent });
    const isHttps = url.protocol === 'https:';
    const { method, headers, body } = wanted;
    const request = (isHttps ? https : http).request(url, {
      ...{ method, headers, lookup: lookupOpen },
      agent: agents[isHttps ? 'https:' : 'http:'],
      signal: AbortSignal.timeout(patienceMs),
    });
    // Only once there is a line can anything of it have arrived.
    request.on('socket', (socket) => {
      const opened = () => (isUnsent = false);
      if (socket.connecting) socket.once(isHttps ? 'secureConnect' : 'connect', opened);
      else opened();
    });
    request.on('error', (error: NodeJS.ErrnoException) => fail(whyOf(error)));
    request.on('response', (response) => {
      readAnswer(response).then(
        (text) => resolve(answerOf(response, text)),
        (error: NodeJS.ErrnoException) => fail(whyOf(error)),
      );
    });
    request.end(body);
  });
}

function answerOf(response: http.IncomingMessage, body: string): OutboundAnswer {
  const { statusCode = 0, headers } = response;
  return { answered: true, status: statusCode, headers, body };
}

async function readAnswer(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    // What is longer is no answer of this protocol; its status still counts.
    if (length > answerBytesMax) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Why a request may not be made at all; undefined when it may. */
function refusalOf(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isLaptop = mayUseLoopback() && ['127.0.0.1', 'localhost', '::1'].includes(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLaptop)) return 'not_https';
  if (url.username !== '' || url.password !== '') return 'endpoint_invalid';
  // A literal address is never looked up.
  return isIP(host) !== 0 && !isOpenAddress(host) ? 'address_refused' : undefined;
}

/** A code for people's words; what the error says in full may carry addresses. */
function whyOf(error: NodeJS.ErrnoException): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  if (error.code === 'address_refused') return 'address_refused';
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return 'name_unknown';
  if (error.code === 'ECONNREFUSED') return 'line_refused';
  return /CERT|SSL|TLS/.test(error.code ?? '') ? 'certificate_invalid' : 'line_lost';
}
