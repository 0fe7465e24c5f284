/** The pages' server: the mini-program's bundle and the stage, on this machine only. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APP_PATH } from '../frame';
import type { ReloadStream } from './reload-stream';
import { sendContent } from './respond';
import { findContent, requestPath, type Served } from './routes';

export interface PagesServer {
  /** `http://127.0.0.1:<port>`. */
  base: string;
  stop(): Promise<void>;
}

interface ServerParts {
  /** 0 takes a free port. */
  port: number;
  /** What is served at this moment. */
  served(): Served;
  reloads: ReloadStream;
}

/** Listens on 127.0.0.1; rejects when the port is taken. */
export async function startPagesServer(parts: ServerParts): Promise<PagesServer> {
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((cause: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(cause instanceof Error ? cause.message : String(cause));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, '127.0.0.1', resolve);
  });
  // A listening TCP server's address is an object; only a pipe's is a string.
  const { port } = server.address() as AddressInfo;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      parts.reloads.close();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { base: `http://127.0.0.1:${port}`, stop };
}

async function answer(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isLocalHost(request.headers.host)) return refuse(response, 403, 'unknown host');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'only GET and HEAD are answered');
  }
  const pathname = requestPath(request.url ?? '/');
  if (pathname === undefined) return refuse(response, 400, 'bad path');
  if (pathname === '/reload') return parts.reloads.join(response);
  if (pathname === APP_PATH.slice(0, -1)) {
    response.writeHead(302, { location: APP_PATH }).end();
    return;
  }
  const found = findContent(parts.served(), pathname);
  if (found === undefined) return refuse(response, 404, `${pathname} is not found`);
  await sendContent(request, response, found.name, found.content);
}

/** A page elsewhere could point its own name at 127.0.0.1 and read what is served here. */
function isLocalHost(host: string | undefined): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host ?? '');
}

function refuse(response: ServerResponse, code: number, words: string): void {
  response.writeHead(code, { 'content-type': 'text/plain; charset=utf-8' }).end(words);
}
