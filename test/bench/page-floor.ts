/** An empty page of a given size: the least time that so many bytes take to arrive and be there. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves a document and one script of these bytes together, which does nothing but say it is ready. */
export async function serveFloor(bytes: number): Promise<{ base: string; stop(): Promise<void> }> {
  const document = '<!doctype html><script defer src="/script.js"></script><body>0</body>';
  const ready = "document.documentElement.dataset.ready='1'";
  // Base64 cannot be compressed away below its own entropy, and the server does not try.
  const filler = randomBytes(bytes)
    .toString('base64')
    .slice(0, Math.max(0, bytes - 400));
  const script = `/*${filler}*/${ready}`;
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : document);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server's address is an object.
  const { port } = server.address() as AddressInfo;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { base: `http://127.0.0.1:${port}/`, stop };
}
