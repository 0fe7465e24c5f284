/** Counts what functions ask of the platform: a door in front of the cloud that every function uses. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

export interface Trips {
  /** Requests of the database since the last `take`. */
  database: number;
  /** All others: storage. */
  other: number;
}

export interface TripCounter {
  /** The functions, told to ask through the door. */
  functionsDir: string;
  /** Where the door leads; known once the cloud runs. */
  leadTo(cloudBase: string): void;
  /** What was counted, counting from nothing again. */
  take(): Trips;
  stop(): Promise<void>;
}

/** Opens the door on a free port, with a copy of the functions beside it. */
export async function countTrips(functionsFrom: string): Promise<TripCounter> {
  let target = new URL('http://127.0.0.1:1');
  let trips: Trips = { database: 0, other: 0 };
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const isDatabase = body.includes('"action":"database.');
      trips[isDatabase ? 'database' : 'other'] += 1;
      const { method, headers, url } = request;
      const options = {
        agent,
        method,
        headers,
        path: url,
        port: target.port,
        host: target.hostname,
      };
      const onward = http.request(options, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as { port: number };
  const functionsDir = copyFunctions(functionsFrom, `http://127.0.0.1:${port}/admin`);
  return {
    functionsDir,
    leadTo: (cloudBase) => void (target = new URL(cloudBase)),
    take: () => {
      const taken = trips;
      trips = { database: 0, other: 0 };
      return taken;
    },
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(functionsDir, { recursive: true, force: true });
    },
  };
}

function copyFunctions(from: string, adminUrl: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-trips-'));
  cpSync(from, folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name, 'config.json');
    // Our own configuration of a function.
    const config = JSON.parse(readFileSync(file, 'utf8')) as { envVariables?: object };
    const told = { TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }) };
    config.envVariables = { ...config.envVariables, ...told };
    writeFileSync(file, JSON.stringify(config));
  }
  return folder;
}
