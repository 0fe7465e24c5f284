/**
 * One instance of one function: a process of its own, started with the path of the function's index.js.
 * It loads the module, then takes one invocation after the other. Between two of them it waits in a
 * blocking read, so work left un-awaited stands still until the next invocation, as on CloudBase. When
 * the cloud is gone the read ends, and so does the process.
 */
import fs from 'node:fs';
import path from 'node:path';
import { requireCached } from './code-cache';
import { createLineReader, REPORT_DESCRIPTOR, REQUEST_DESCRIPTOR } from './frames';
import type { Invocation, Report } from './frames';
import { redirectConsole } from './worker-console';
import { keepEnvironmentAtHand } from './worker-env';
import { speakPlatformsLanguage } from './worker-language';

type Main = (event: unknown, context: Record<string, unknown>) => unknown;

const [, , moduleFile = '', describedAs = ''] = process.argv;
const pending: Invocation[] = [];
const readLine = createLineReader((line) => pending.push(JSON.parse(line) as Invocation));
const chunk = Buffer.allocUnsafe(64 * 1024);
let invocationKeys: string[] = [];
let called = (): void => undefined;

function start(): void {
  keepEnvironmentAtHand();
  redirectConsole((level, text) => report({ kind: 'log', level, text }));
  // The terminal sends Ctrl-C to everybody; the cloud alone decides when a worker ends.
  process.on('SIGINT', () => undefined);
  process.on('uncaughtException', (error: unknown) => {
    report({ kind: 'failure', ...explain(error), fatal: true });
    process.exit(1);
  });
  speakPlatformsLanguage();
  const main = load();
  report({ kind: 'ready' });
  serve(main);
}

function load(): Main {
  try {
    // The module is the function's own code, whose shape nobody can promise; it is checked below.
    const module = requireCached(moduleFile, path.join(__dirname, 'code-cache'));
    const loaded = module.exports as { main?: unknown };
    called = module.called;
    if (typeof loaded.main === 'function') return loaded.main as Main;
    throw new Error('index.js does not export a function named main');
  } catch (error) {
    report({ kind: 'broken', ...explain(error) });
    process.exit(1);
  }
}

/** Takes the next invocation, and comes back here once its answer is written. */
function serve(main: Main): void {
  const invocation = nextInvocation();
  takeEnvironment(invocation.environment);
  const context = { ...invocation.context, environment: JSON.stringify(process.env) };
  afterOneTurn(() => {
    Promise.resolve()
      .then(() => main(invocation.event, context))
      .finally(() => called())
      .then((value) => report(answerOf(value)))
      .catch((error: unknown) => report({ kind: 'failure', ...explain(error), fatal: false }))
      .then(() => serve(main));
  });
}

/**
 * A whole turn of the event loop, its poll for input included: what was frozen goes on first, and a
 * connection that the other side closed meanwhile is seen as closed before anybody sends on it.
 */
function afterOneTurn(act: () => void): void {
  setImmediate(() => setImmediate(act));
}

function nextInvocation(): Invocation {
  for (;;) {
    const next = pending.shift();
    if (next) return next;
    const length = readBlocking();
    if (length === 0) process.exit(0);
    readLine(Buffer.from(chunk.subarray(0, length)));
  }
}

function readBlocking(): number {
  try {
    return fs.readSync(REQUEST_DESCRIPTOR, chunk, 0, chunk.length, null);
  } catch {
    // The cloud broke off in the middle of a write: it is as gone as at a clean end.
    return 0;
  }
}

function takeEnvironment(environment: Record<string, string>): void {
  for (const key of invocationKeys) delete process.env[key];
  Object.assign(process.env, environment);
  invocationKeys = Object.keys(environment);
}

function answerOf(value: unknown): Report {
  const result = JSON.stringify(value === undefined ? null : value) ?? 'null';
  return { kind: 'answer', result, memoryMb: memoryMb() };
}

/** The most it took so far: the system counts that anyway, while what it takes now is read from a file. */
function memoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** Paths are told as on SCF, where a function lies in /var/user. */
function explain(error: unknown): { message: string; stack: string } {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? message) : message;
  return { message: hidePaths(message), stack: hidePaths(stack) };
}

function hidePaths(text: string): string {
  return text.split(describedAs).join('/var/user');
}

function report(frame: Report): void {
  const bytes = Buffer.from(`${JSON.stringify(frame)}\n`);
  try {
    for (let from = 0; from < bytes.length;)
      from += fs.writeSync(REPORT_DESCRIPTOR, bytes, from, bytes.length - from);
  } catch {
    // Nobody listens any more: the cloud is gone.
    process.exit(0);
  }
}

start();
