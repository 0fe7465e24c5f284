/** A fusion-media center of a test's own, and the sender's side of its protocol. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Webhook } from 'standardwebhooks';
import { startCenter as openCenter } from '../../../local/center/center';
import type { Answer, Attempt } from '../../../local/center/record';
import type { HeldStory, SentAnswer } from '../../../local/center/inbox';
import { root } from '../root';

export const centerSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

export interface CenterInbox {
  stories: (HeldStory & { state: string })[];
  attempts: Attempt[];
  answers: SentAnswer[];
}

export interface SendOptions {
  id?: string;
  secrets?: string[];
  /** Epoch milliseconds in the envelope. */
  at?: number;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  body: Record<string, unknown>;
}

export interface RunningCenter {
  readonly base: string;
  readonly dir: string;
  push(ninjs: object | string, options?: SendOptions): Promise<Answered>;
  ask(id: string, options?: SendOptions): Promise<Answered>;
  inbox(): Promise<CenterInbox>;
  control(change: object): Promise<Answered>;
  /** Sends one of the desk's forms as its page does. */
  form(place: string, fields: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

export interface CenterProgram extends RunningCenter {
  /** Without warning; the folder stays. */
  kill(): Promise<void>;
}

interface CenterOptions {
  dir?: string;
  callback?: string;
  secrets?: string[];
  outlets?: string[];
}

const program = path.join(root, 'dist/local/center/main.js');

const newFolder = () => mkdtemp(path.join(os.tmpdir(), 'xiangxun-center-'));

/** Starts one in this process, on a free port. */
export async function startCenter(options: CenterOptions = {}): Promise<RunningCenter> {
  const dir = options.dir ?? (await newFolder());
  const { callback, secrets = [centerSecret], outlets = [] } = options;
  const center = await openCenter({ port: 0, dataDir: dir, secrets, callback, outlets });
  return {
    ...asSender(center.base, dir),
    async stop() {
      await center.stop();
      if (options.dir === undefined) await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Starts the built program, which can be killed. */
export async function startCenterProgram(options: CenterOptions = {}): Promise<CenterProgram> {
  const dir = options.dir ?? (await newFolder());
  const { callback, secrets = [centerSecret], outlets = [] } = options;
  const words = ['--port', '0', '--data', dir, ...(callback ? ['--callback', callback] : [])];
  for (const secret of secrets) words.push('--secret', secret);
  for (const outlet of outlets) words.push('--outlet', outlet);
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const ended = once(child, 'exit').finally(() => process.off('exit', end));
  const base = await readyLine(child);
  return {
    ...asSender(base, dir),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      if (options.dir === undefined) await rm(dir, { recursive: true, force: true });
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What a sender and a person at the desk can do with it. */
function asSender(base: string, dir: string): Omit<RunningCenter, 'stop'> {
  return {
    ...{ base, dir },
    push: (ninjs, given) => push(base, ninjs, given),
    ask: (id, given) => ask(base, id, given),
    inbox: async () => (await (await fetch(`${base}/inbox`)).json()) as CenterInbox, // its own shape
    control: (change) => send(`${base}/control`, 'POST', JSON.stringify(change), {}),
    form: (place, fields) =>
      fetch(`${base}${place}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      }),
  };
}

function readyLine(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /^ready (http:\S+)$/m.exec(printed)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the center did not start: ${complaint}`)));
  });
}

let pushes = 0;

function push(base: string, ninjs: object | string, options: SendOptions = {}) {
  const body = typeof ninjs === 'string' ? ninjs : JSON.stringify(ninjs);
  const id = options.id ?? `message-${(pushes += 1)}`;
  return send(`${base}/stories`, 'POST', body, envelope(id, body, options));
}

function ask(base: string, id: string, options: SendOptions = {}) {
  const address = `${base}/stories/${encodeURIComponent(id)}`;
  return send(address, 'GET', undefined, envelope(options.id ?? id, '', options));
}

function envelope(id: string, body: string, options: SendOptions): Record<string, string> {
  const { secrets = [centerSecret], at = Date.now(), headers } = options;
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, new Date(at), body));
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': signatures.join(' '),
    ...headers,
  };
}

async function send(
  address: string,
  method: string,
  body: string | undefined,
  headers: Record<string, string>,
): Promise<Answered> {
  const response = await fetch(address, { method, body, headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A story as it is pushed. */
export function aNinjs(change: object = {}): Record<string, unknown> {
  return {
    uri: 'urn:xiangxun:organ:story:5f3c',
    type: 'text',
    standard: { name: 'ninjs', version: '3.1' },
    version: '1',
    firstCreated: '2026-11-20T12:00:00Z',
    versionCreated: '2026-11-22T01:31:00Z',
    pubStatus: 'usable',
    urgency: 5,
    language: 'zh-Hans',
    headlines: [{ role: 'main', contentType: 'text/plain', value: '城关镇议事室解决路灯难题' }],
    bodies: [
      {
        role: 'main',
        contentType: 'text/plain',
        value: '11月20日晚，城关镇老街议事室里坐满了居民。\n议定三日内修复，由委员全程监督。',
      },
    ],
    by: '林示例',
    located: '城关镇老街',
    slugline: '2026-1120-城关-01',
    infoSources: [{ name: '城关镇联工委' }],
    genres: [{ name: '消息' }],
    ...change,
  };
}

/** A photo of a story, at this link. */
export function aPicture(href: string, change: object = {}): Record<string, unknown> {
  return {
    name: 'photo-1',
    uri: 'urn:xiangxun:organ:story:5f3c:photo:1',
    type: 'picture',
    descriptions: [{ value: '议事现场' }],
    by: '林示例',
    renditions: [{ name: 'original', href, contentType: 'image/jpeg', width: 1600, height: 1200 }],
    ...change,
  };
}

/** The answer's body, of whatever kind. */
export type SentBody = Answer['body'];
