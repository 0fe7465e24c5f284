/**
 * What HTTP access makes of a function's return value: an "integration response" is taken as it is, a
 * text or number is text/plain, anything else JSON. Source: as for event.ts.
 */
import type { OutgoingHttpHeaders } from 'node:http';

export interface HttpAnswer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

export function toHttpAnswer(value: unknown): HttpAnswer {
  if (isIntegration(value)) return integrationAnswer(value);
  if (value === null || value === undefined) return answer(200, 'text/plain', '');
  if (typeof value !== 'object') return answer(200, 'text/plain', String(value));
  return answer(200, 'application/json', JSON.stringify(value));
}

interface Integration {
  statusCode: number;
  headers?: unknown;
  multiValueHeaders?: unknown;
  body?: unknown;
  isBase64Encoded?: unknown;
}

function isIntegration(value: unknown): value is Integration {
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) return false;
  const { statusCode } = value;
  return Number.isInteger(statusCode) && Number(statusCode) >= 200 && Number(statusCode) <= 599;
}

function integrationAnswer(value: Integration): HttpAnswer {
  const { body = '' } = value;
  const isText = typeof body === 'string';
  const text = isText ? body : JSON.stringify(body);
  const headers = { ...headersOf(value.headers), ...headersOf(value.multiValueHeaders) };
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  const type = isText ? 'text/plain' : 'application/json';
  return {
    status: value.statusCode,
    headers: { ...(!hasType && { 'content-type': `${type}; charset=utf-8` }), ...headers },
    body: Buffer.from(text, isText && value.isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

// Length and connection are the server's own business.
const LEFT_TO_THE_SERVER = ['content-length', 'connection', 'transfer-encoding'];

function headersOf(given: unknown): OutgoingHttpHeaders {
  if (typeof given !== 'object' || given === null) return {};
  const kept = Object.entries(given).filter(
    ([name]) => !LEFT_TO_THE_SERVER.includes(name.toLowerCase()),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}

function answer(status: number, type: string, text: string): HttpAnswer {
  return {
    status,
    headers: { 'content-type': `${type}; charset=utf-8` },
    body: Buffer.from(text),
  };
}
