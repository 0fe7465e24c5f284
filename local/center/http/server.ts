import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudError } from '../../cloud/errors';
import { linger } from '../../cloud/server/body';
import { answerJson, httpStatusOf } from '../../cloud/server/answer';
import { listen } from '../../cloud/server/index';
import { KEEP_ALIVE_MS } from '../../cloud/server/limits';
import { refuseForeignHost } from '../../cloud/server/origin';
import type { Office } from '../office';
import { Refusal, statusOf } from '../refusal';
import { harden } from './respond';
import { routeFor } from './routes';

export interface CenterServer {
  base: string;
  stop(): Promise<void>;
}

/** Listens on 127.0.0.1 and answers with what `makeOffice` joins once the address is known. */
export async function startServer(
  port: number,
  makeOffice: (base: string) => Office,
): Promise<CenterServer> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    response.once('finish', () => linger(request));
    harden(response);
    answer(request, response).catch((cause: unknown) => fail(response, cause));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    refuseForeignHost(request);
    const url = new URL(`${office.base}${request.url ?? '/'}`);
    const route = routeFor(request.method ?? 'GET', url.pathname);
    if (!route) throw new CloudError('NOT_FOUND', `nothing answers at ${url.pathname}`);
    await route.answer({ office, request, response, url, words: route.words });
  }

  await listen(server, port);
  // A listening TCP server has an AddressInfo.
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Nothing has been answered yet: the address was known in this very turn.
  const office = makeOffice(base);
  return {
    base,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers what was thrown; a fault of our own is said on standard error as well. */
function fail(response: ServerResponse, cause: unknown): void {
  if (response.headersSent) return void response.destroy();
  const message = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof Refusal)
    return answerJson(response, statusOf[cause.code], { error: cause.code, message });
  if (cause instanceof CloudError)
    return answerJson(response, httpStatusOf(cause.code), codeAndWords(cause));
  process.stderr.write(`${JSON.stringify({ level: 'error', error: message })}\n`);
  answerJson(response, 500, { error: 'unavailable', message: 'the center failed' });
}

function codeAndWords({ code, message }: CloudError) {
  const error = code === 'EXCEED_MAX_PAYLOAD_SIZE' ? 'too_large' : code.toLowerCase();
  return { error, message };
}
