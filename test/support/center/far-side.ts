/** What a center talks to: photo links that redirect, and an address that takes its answers. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TakenAnswer {
  headers: Record<string, string | string[] | undefined>;
  text: string;
  body: Record<string, unknown>;
}

export interface FarSide {
  base: string;
  callback: string;
  /** A link that redirects to these bytes. */
  photo(name: string, bytes: Buffer): string;
  /** Every answer that arrived, in order. */
  taken: TakenAnswer[];
  /** Statuses of the next answers; 200 when none is left, 0 cuts the line. */
  nextStatuses: number[];
  stop(): Promise<void>;
}

/** Starts it on a free port. */
export async function startFarSide(): Promise<FarSide> {
  const photos = new Map<string, Buffer>();
  const taken: TakenAnswer[] = [];
  const nextStatuses: number[] = [];

  async function takeAnswer(request: IncomingMessage, response: ServerResponse) {
    const text = Buffer.concat(await request.toArray()).toString();
    const body = JSON.parse(text) as Record<string, unknown>;
    taken.push({ headers: request.headers, text, body });
    const status = nextStatuses.shift() ?? 200;
    if (status === 0) response.destroy();
    else response.writeHead(status).end('{}');
  }

  const server = createServer((request, response) => {
    const [, kind, name = ''] = (request.url ?? '').split('/');
    if (kind === 'answers') return void takeAnswer(request, response);
    if (kind === 'photos')
      return void response.writeHead(302, { location: `/bytes/${name}` }).end();
    const bytes = photos.get(name);
    response.writeHead(bytes ? 200 : 404).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
  return {
    ...{ base, taken, nextStatuses, callback: `${base}/answers` },
    photo(name, bytes) {
      photos.set(name, bytes);
      return `${base}/photos/${name}`;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
