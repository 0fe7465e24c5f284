import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../errors';

/** What nearly every request says, known without parsing it. */
const USUAL_HOST = /^127\.0\.0\.1:\d{1,5}$/;

/**
 * Keeps other web pages out. The cloud listens on the loopback only, but any page open in the same
 * browser could post to it, and a name re-bound to 127.0.0.1 would even read the answers. So the Host
 * must be a loopback name, and an Origin, which browsers always send, a loopback origin.
 * Throws INVALID_REQUEST_SOURCE.
 */
export function refuseForeignHost(request: IncomingMessage): void {
  const host = request.headers.host ?? '';
  if (USUAL_HOST.test(host) || isLoopbackUrl(`http://${host}`)) return;
  throw new CloudError('INVALID_REQUEST_SOURCE', `Host ${host} is not a loopback address`);
}

/** Throws INVALID_REQUEST_SOURCE for a page of another origin; see refuseForeignHost. */
export function refuseForeignOrigin(request: IncomingMessage): void {
  const origin = request.headers.origin;
  if (origin === undefined || isLoopbackUrl(origin)) return;
  throw new CloudError('INVALID_REQUEST_SOURCE', `pages of ${origin} may not use this cloud`);
}

/** Throws INVALID_REQUEST_SOURCE for any page at all: what only functions and scripts may use. */
export function refuseBrowsers(request: IncomingMessage): void {
  if (request.headers.origin === undefined) return;
  throw new CloudError('INVALID_REQUEST_SOURCE', 'web pages may not use this address');
}

/** Lets a page on another loopback port read the answer (the pages have a server of their own). */
export function allowLoopbackOrigin(request: IncomingMessage, response: ServerResponse): void {
  const origin = request.headers.origin;
  response.setHeader('vary', 'origin');
  if (origin === undefined || !isLoopbackUrl(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'x-request-id, content-range, etag');
}

/** Answers the question that browsers ask before a PUT or a request with x-openid. */
export function answerPreflight(response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, OPTIONS');
  response.setHeader('access-control-allow-headers', 'content-type, x-openid, range');
  response.setHeader('access-control-max-age', '600');
  response.writeHead(204).end();
}

function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(text).hostname);
}
