import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { CloudError } from '../errors';
import type { CloudContext, Route, Service } from '../service';
import { answerError, asCloudError } from './answer';
import { linger } from './body';
import { KEEP_ALIVE_MS } from './limits';
import {
  allowLoopbackOrigin,
  answerPreflight,
  refuseForeignHost,
  refuseForeignOrigin,
} from './origin';
import { createRunning } from './running';

export interface CloudServer {
  /** Listens on 127.0.0.1 only; port 0 takes a free one. Throws PORT_BUSY. */
  listen(port: number): Promise<void>;
  /** Lets phones and pages in; until then only functions are answered. */
  open(): void;
  /** `http://127.0.0.1:P`; only once it listens. */
  base(): string;
  /** Refuses what phones and pages newly ask; resolves when all running requests are answered. */
  drain(graceMs: number): Promise<void>;
  close(): Promise<void>;
}

interface ServerParts {
  /** Routes are asked for at each request: http access changes its own when functions reload. */
  services: readonly Service[];
  /** Routes of the cloud itself (/admin, /control, /health …). */
  routes: readonly Route[];
  log: CloudContext['log'];
}

/** The one HTTP server of the cloud: finds the route, keeps strangers out, answers what is thrown. */
export function createServer({ services, routes, log }: ServerParts): CloudServer {
  const running = createRunning();
  let isOpen = false;

  const server = createHttpServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    running.add(response);
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-request-id', randomUUID());
    response.once('finish', () => linger(request));
    try {
      refuseForeignHost(request);
      const target = request.url ?? '/';
      if (!target.startsWith('/')) throw new CloudError('INVALID_PARAM', 'not a path');
      const url = new URL(base() + target);
      // The path as it was sent: URL would resolve `..`, which storage must see and refuse.
      const route = routeFor(target.split('?', 1)[0] ?? '/');
      if (!isOpen) refuseFromOutside(request, route);
      if (!route) throw new CloudError('NOT_FOUND', `nothing answers at ${url.pathname}`);
      if (route.browsers && isSettledForBrowsers(request, response)) return;
      await route.handle(request, response, url);
    } catch (thrown) {
      fail(request, response, thrown);
    }
  }

  function fail(request: IncomingMessage, response: ServerResponse, thrown: unknown): void {
    const error = asCloudError(thrown);
    const isAborted = request.destroyed && !request.complete;
    if (error.code === 'SYS_ERR' && !isAborted) log({ level: 'error', error: thrown });
    if (response.headersSent || response.destroyed) response.destroy();
    else answerError(response, error);
  }

  /** The cloud's own come first: /admin is asked for most, and no service may take its place. */
  function routeFor(pathname: string): Route | undefined {
    const own = longestMatch(routes, pathname);
    return (
      own ??
      longestMatch(
        services.flatMap((service) => service.routes ?? []),
        pathname,
      )
    );
  }

  let listening: string | undefined;

  function base(): string {
    if (!listening) throw new CloudError('SYS_ERR', 'the cloud does not listen yet');
    return listening;
  }

  return {
    base,
    async listen(port) {
      await listen(server, port);
      // A listening TCP server has an AddressInfo.
      listening = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    open: () => void (isOpen = true),
    async drain(graceMs) {
      isOpen = false;
      await running.ended(graceMs);
    },
    close: () => close(server),
  };
}

/** Listens on the loopback; throws PORT_BUSY in words that name the port. */
export function listen(server: ReturnType<typeof createHttpServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error);
      const reason = error.code === 'EACCES' ? 'is not permitted' : 'is in use already';
      reject(new CloudError('PORT_BUSY', `port ${port} on 127.0.0.1 ${reason}`));
    });
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

async function close(server: ReturnType<typeof createHttpServer>): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

/**
 * While services start or stop, functions still read and write, which all but a download do on routes
 * that are not for browsers.
 */
function refuseFromOutside(request: IncomingMessage, route: Route | undefined): void {
  const isDownload = request.method === 'GET' || request.method === 'HEAD';
  if (route && (!route.browsers || isDownload)) return;
  throw new CloudError('SERVICE_UNAVAILABLE', 'the cloud is starting or stopping');
}

/** True when the request was a preflight and is answered; throws for pages of other origins. */
function isSettledForBrowsers(request: IncomingMessage, response: ServerResponse): boolean {
  refuseForeignOrigin(request);
  allowLoopbackOrigin(request, response);
  if (request.method !== 'OPTIONS') return false;
  answerPreflight(response);
  return true;
}

function longestMatch(routes: readonly Route[], pathname: string): Route | undefined {
  let best: Route | undefined;
  for (const route of routes) {
    const isLonger = !best || route.prefix.length > best.prefix.length;
    if (isLonger && isUnder(pathname, route.prefix)) best = route;
  }
  return best;
}

function isUnder(pathname: string, prefix: string): boolean {
  if (!pathname.startsWith(prefix)) return false;
  return (
    prefix.endsWith('/') || pathname.length === prefix.length || pathname[prefix.length] === '/'
  );
}
