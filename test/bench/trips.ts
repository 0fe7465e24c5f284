/** Counts what functions ask of the platform: a door in front of the cloud that every function uses. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

export interface Trips {
  /** Requests of the database since the last `take`; to begin and to commit are requests too. */
  database: number;
  /** All others: storage, and the start of another function. */
  other: number;
  /** Where those of the database went, in order. */
  went: string[];
}

export interface TripCounter {
  /** The functions, told to ask through the door. */
  functionsDir: string;
  /** Where the door leads; known once the cloud runs. */
  leadTo(cloudBase: string): void;
  /** What this function asked, counting from nothing again; what it started works on its own count. */
  take(functionName: string): Trips;
  stop(): Promise<void>;
}

/** Opens the door on a free port, with a copy of the functions beside it. */
export async function countTrips(functionsFrom: string): Promise<TripCounter> {
  let target = new URL('http://127.0.0.1:1');
  let asked: Asked[] = [];
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method, headers, url = '' } = request;
      const [, functionName = '', path] = /^\/([^/]+)(\/.*)$/.exec(url) ?? [];
      asked.push({ functionName, went: whereTo(body.toString()) });
      const options = {
        agent,
        method,
        headers,
        path,
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
  const functionsDir = copyFunctions(functionsFrom, port);
  return {
    functionsDir,
    leadTo: (cloudBase) => void (target = new URL(cloudBase)),
    take: (functionName) => {
      const own = asked.filter((one) => one.functionName === functionName);
      asked = [];
      const went = own.flatMap((one) => one.went ?? []);
      return { database: went.length, other: own.length - went.length, went };
    },
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(functionsDir, { recursive: true, force: true });
    },
  };
}

interface Asked {
  functionName: string;
  /** What was asked of which collection; undefined for what is not the database. */
  went: string | undefined;
}

/** An action and its collection, e.g. `addDocument stories`. */
function whereTo(body: string): string | undefined {
  const [, action] = /"action":"database\.(\w+)"/.exec(body) ?? [];
  const [, collection] = /"collectionName":"(\w+)"/.exec(body) ?? [];
  return action && [action, collection].filter(Boolean).join(' ');
}

/** Each function asks under its own name, so that one that runs beside another is told apart. */
function copyFunctions(from: string, port: number): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-trips-'));
  cpSync(from, folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name, 'config.json');
    // Our own configuration of a function.
    const config = JSON.parse(readFileSync(file, 'utf8')) as { envVariables?: object };
    const told = {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/${name}/admin` }),
    };
    config.envVariables = { ...config.envVariables, ...told };
    writeFileSync(file, JSON.stringify(config));
  }
  return folder;
}
