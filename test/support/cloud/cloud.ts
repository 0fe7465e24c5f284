/**
 * The embedded cloud as a test sees it: the built program in a process of its own, with a folder
 * of its own, so that killing it is a real kill and reopening it a real reopening.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type CloudApp, openLocalApp } from './sdk';
import { root } from '../root';

export interface CloudOptions {
  /** Data folder to open; without it a temporary one that `stop` removes. */
  dir?: string;
  /** Functions to load; without it an empty cloud. */
  functionsDir?: string;
  /** Collections and indexes, as `dist/database.json`. */
  schema?: string;
  /** Variables of every function; `{base}` in a value is the cloud's address. */
  variables?: Record<string, string>;
  /** Milliseconds until the ready line must be there. */
  readyWithinMs?: number;
}

export interface RunningCloud {
  readonly base: string;
  readonly dir: string;
  readonly pid: number;
  /** Milliseconds from spawn to the ready line. */
  readonly readyAfterMs: number;
  /** What the cloud wrote on standard error so far. */
  stderr(): string;
  /** Stops it as an operator would (SIGTERM) and removes a temporary folder; resolves to the code. */
  stop(): Promise<number | null>;
  /** Kills it without warning (SIGKILL); the folder stays. */
  kill(): Promise<void>;
  /** Gives one command of tests and demos; throws on a refused one. */
  control<T = unknown>(service: string, command: string, input?: object): Promise<T>;
  /** The real SDK, talking to this cloud. */
  sdk(): CloudApp;
}

/** The cloud under test; CLOUD_MAIN names another build of it. */
const entry = process.env.CLOUD_MAIN ?? path.join(root, 'dist/local/cloud/main.js');
const noFunctions = path.join(root, 'test/support/cloud/no-functions');

/** Starts the built cloud on a free port and waits for its ready line; throws with its stderr. */
export async function startCloud(options: CloudOptions = {}): Promise<RunningCloud> {
  const dir = options.dir ?? (await mkdtemp(path.join(os.tmpdir(), 'xiangxun-cloud-')));
  const words = ['--port', '0', '--data', dir, ...wordsOf(options)];
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, [entry, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  endWithThisProcess(child);
  const errors = collectErrors(child);
  const base = await readyLine(child, options.readyWithinMs ?? 60_000, errors);
  const readyAfterMs = performance.now() - spawnedAt;
  const ended = endOf(child);
  return {
    base,
    dir,
    // A child that printed its ready line was spawned, so it has a pid.
    pid: child.pid as number,
    readyAfterMs,
    stderr: errors,
    stop: () => stopCloud(child, ended, options.dir === undefined ? dir : undefined),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    control: (service, command, input) => control(base, service, command, input),
    sdk: () => openLocalApp(base),
  };
}

/**
 * A cloud as if it were new, which another test file may have used before (cloud-house.js); for files that
 * look neither at its start nor at what it leaves. Outside jest it is a new one.
 */
export async function takeCloud(options: Omit<CloudOptions, 'dir'>): Promise<RunningCloud> {
  const house = process.env.CLOUD_HOUSE;
  if (!house) return startCloud(options);
  const ask = async (what: string, asked: object): Promise<Response> => {
    const response = await fetch(`${house}/${what}`, {
      method: 'POST',
      body: JSON.stringify(asked),
    });
    if (!response.ok) throw new Error(`${what} a cloud: ${await response.text()}`);
    return response;
  };
  const askedAt = performance.now();
  const taken = await ask('take', { entry, words: wordsOf(options) });
  const { base, dir, pid, log, from } = (await taken.json()) as Taken; // cloud-house.js
  return {
    ...{ base, dir, pid, readyAfterMs: performance.now() - askedAt },
    stderr: () => readFileSync(log).subarray(from).toString(),
    stop: async () => {
      await ask('give', { pid });
      return 0;
    },
    kill: async () => void process.kill(pid, 'SIGKILL'),
    control: (service, command, input) => control(base, service, command, input),
    sdk: () => openLocalApp(base),
  };
}

interface Taken extends Pick<RunningCloud, 'base' | 'dir' | 'pid'> {
  /** Its standard error, and where in it this use begins. */
  log: string;
  from: number;
}

function wordsOf(options: CloudOptions): string[] {
  const words = ['--functions', options.functionsDir ?? noFunctions];
  if (options.schema) words.push('--schema', options.schema);
  for (const [name, value] of Object.entries(options.variables ?? {})) {
    words.push('--variable', `${name}=${value}`);
  }
  return words;
}

async function stopCloud(child: ChildProcess, ended: Promise<number | null>, folder?: string) {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const code = await ended;
  if (folder && existsSync(folder)) await rm(folder, { recursive: true, force: true });
  return code;
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const [code] = await once(child, 'exit');
  return code as number | null; // The first argument of `exit` is the code, null after a signal.
}

/** A test that is broken off must not leave its cloud behind. */
function endWithThisProcess(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
}

/** Keeps the last 64 KB of standard error, which is where a crash explains itself. */
function collectErrors(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-65_536);
  });
  return () => text;
}

function readyLine(child: ChildProcess, withinMs: number, errors: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the cloud was not ready within ${withinMs} ms\n${errors()}`));
    }, withinMs);
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      reject(new Error(`the cloud ended (${signal ?? code}) before it was ready\n${errors()}`));
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /^ready (http:\/\/\S+)$/m.exec(printed)?.[1];
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    });
  });
}

async function control<T>(base: string, service: string, command: string, input: object = {}) {
  const response = await fetch(`${base}/control/${service}/${command}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  const refused = isRefusal(answer) ? answer.message : undefined;
  if (!response.ok || refused) {
    throw new Error(`control ${service}/${command}: ${response.status} ${refused ?? text}`);
  }
  return answer as T; // The caller names the shape of the command that it gives.
}

function isRefusal(answer: unknown): answer is { code: string; message: string } {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer;
}
