/**
 * A fusion-media center as tests need it: keeps every request with its raw body, and can be told to
 * fail, hang, refuse, take without answering. Knows the protocol, not our code.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** What it does with a delivery; `lost`: it takes it, and the answer never comes. */
export type Mood = 'receive' | 'fail' | 'refuse' | 'lost' | 'hang' | 'garble';

export interface Arrived {
  method: string;
  id: string;
  headers: http.IncomingHttpHeaders;
  body: string;
  mood: Mood;
  isSigned: boolean;
}

/** What it holds of one version of a story. */
export interface Held {
  id: string;
  uri: string;
  version: number;
  pubStatus: string;
  headline: string;
}

export interface FakeCenter {
  endpoint: string;
  secret: string;
  /** Every request in the order of arrival. */
  arrived: Arrived[];
  /** What it took, once an id. */
  inbox: Held[];
  /** The mood of the next deliveries; a function is asked for each. */
  mood: Mood | ((id: string, method: string) => Mood);
  /** Ids that were being sent twice at one moment. */
  overlapped: string[];
  /** Does it answer when it is asked about an id? */
  mayBeAsked: boolean;
  stop(): Promise<void>;
}

/** Starts a center on a free port. */
export async function startFakeCenter(
  secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`,
): Promise<FakeCenter> {
  const center = { arrived: [] as Arrived[], inbox: [] as Held[], secret, mayBeAsked: true };
  const overlapped: string[] = [];
  const underWay = new Set<string>();
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    const id = String(request.headers['webhook-id']);
    if (request.method === 'POST') {
      if (underWay.has(id)) overlapped.push(id);
      underWay.add(id);
      response.on('close', () => underWay.delete(id));
    }
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      answer(full, { request, response, body });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const full: FakeCenter = {
    ...center,
    overlapped,
    endpoint: `http://127.0.0.1:${port}/inbox`,
    mood: 'receive',
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return full;
}

interface Exchange {
  request: http.IncomingMessage;
  response: http.ServerResponse;
  body: string;
}

function answer(center: FakeCenter, { request, response, body }: Exchange): void {
  const { headers, method = '' } = request;
  const id = String(headers['webhook-id']);
  const mood = typeof center.mood === 'function' ? center.mood(id, method) : center.mood;
  const isSigned = signatureFits(center.secret, headers, body);
  center.arrived.push({ method, id, headers, body, mood, isSigned });
  const say = (status: number, value: object) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  if (!isSigned) return say(401, { error: 'signature_wrong', message: '' });
  if (method === 'GET') {
    if (!center.mayBeAsked || mood === 'fail') return say(503, { error: 'busy', message: '' });
    const isHere = center.inbox.some((held) => held.id === id);
    return isHere ? say(200, { status: 'received' }) : say(404, { error: 'absent', message: '' });
  }
  if (mood === 'fail') return say(503, { error: 'busy', message: '' });
  if (mood === 'refuse') return say(422, { error: 'headline_forbidden', message: '' });
  if (mood === 'hang') return;
  take(center, id, body);
  if (mood === 'lost') return void response.destroy();
  if (mood === 'garble') return void response.end('<html>');
  say(200, { status: 'received' });
}

function take(center: FakeCenter, id: string, body: string): void {
  if (center.inbox.some((held) => held.id === id)) return;
  const item = JSON.parse(body) as {
    uri: string;
    version: string;
    pubStatus: string;
    headlines: { value: string }[];
  };
  const { uri, pubStatus, version, headlines } = item;
  const headline = headlines[0]?.value ?? '';
  center.inbox.push({ id, uri, pubStatus, version: Number(version), headline });
}

/** By hand, since the clock of the tests is not the machine's. */
function signatureFits(secret: string, headers: http.IncomingHttpHeaders, body: string): boolean {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const wanted = new Webhook(secret).sign(String(headers['webhook-id']), at, body);
  return String(headers['webhook-signature']).split(' ').includes(wanted);
}
