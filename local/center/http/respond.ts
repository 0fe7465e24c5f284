import type { ServerResponse } from 'node:http';
import type { Markup } from '../page/html';

/** Nothing from elsewhere and nothing written into a page; the stage on another loopback port may frame it. */
const POLICY = [
  "default-src 'none'",
  "img-src 'self' data:",
  "media-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  'frame-ancestors http://127.0.0.1:* http://localhost:*',
].join('; ');

/** What every answer carries. */
export function harden(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  // Forms need the origin; other places need not know which story was read.
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('cache-control', 'no-store');
}

/** A page. */
export function sendPage(response: ServerResponse, { markup }: Markup, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html>\n${markup}`);
}

/** To another page, by GET, so that loading again sends no form twice. */
export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}
