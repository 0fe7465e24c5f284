/**
 * The "integration request" that HTTP access makes of a request.
 * Source: CloudBase documentation, "Access cloud functions by HTTP" (cloud.tencent.com/document/876/41776).
 */
import type { IncomingMessage } from 'node:http';
import { readBody } from '../server/body';
import { BINARY_BODY_BYTES_MAX, TEXT_BODY_BYTES_MAX } from './limits';

export interface HttpEvent {
  path: string;
  httpMethod: string;
  headers: Record<string, string>;
  multiValueHeaders: Record<string, string[]>;
  queryStringParameters: Record<string, string>;
  requestContext: Record<string, unknown>;
  body: string;
  isBase64Encoded: boolean;
}

/** Reads the body, at most what its kind may have; throws EXCEED_MAX_PAYLOAD_SIZE. */
export async function readHttpEvent(
  request: IncomingMessage,
  url: URL,
  requestContext: Record<string, unknown>,
): Promise<HttpEvent> {
  const isText = isTextType(request.headers['content-type']);
  const body = await readBody(request, isText ? TEXT_BODY_BYTES_MAX : BINARY_BODY_BYTES_MAX);
  return {
    path: url.pathname,
    httpMethod: request.method ?? 'GET',
    headers: singleHeaders(request),
    multiValueHeaders: multiHeaders(request),
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext,
    body: body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText && body.length > 0,
  };
}

/** Without a type a body counts as text, which is what an empty GET has. */
function isTextType(contentType = 'text/plain'): boolean {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type.startsWith('text/') || /[/+](json|xml)$/.test(type)) return true;
  return ['application/x-www-form-urlencoded', 'application/javascript'].includes(type);
}

function singleHeaders(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries);
}

function multiHeaders(request: IncomingMessage): Record<string, string[]> {
  const entries = Object.entries(request.headersDistinct);
  return Object.fromEntries(entries.map(([name, values]) => [name, values ?? []]));
}
