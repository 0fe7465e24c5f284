/** An empty page of a given size: the least time that so many bytes take to arrive and be there. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves one document of these bytes, whose script does nothing but say that it is ready. */
export async function serveFloor(bytes: number): Promise<{ base: string; stop(): Promise<void> }> {
  // Base64 cannot be compressed away below its own entropy, and the server does not try.
  const filler = randomBytes(bytes)
    .toString('base64')
    .slice(0, Math.max(0, bytes - 400));
  const ready = "document.documentElement.dataset.ready='1'";
  const document = `<!doctype html><body>0<script>/*${filler}*/${ready}</script></body>`;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(document);
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
