// Whether the ports that `npm start` needs are free, asked before anything is built or filled.
import { createServer } from 'node:net';

/** The first of them that is taken. */
export async function takenPort(ports) {
  for (const port of ports) if (!(await isFree(port))) return port;
  return undefined;
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
