/** The operating system's side of an instance: its process, its two pipes, and signals to its group. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { createLineReader, REPORT_DESCRIPTOR, REQUEST_DESCRIPTOR } from './frames';
import type { Invocation, Report } from './frames';

export interface WorkerOptions {
  workerFile: string;
  functionFolder: string;
  moduleFile: string;
  memoryMb: number;
  environment: Record<string, string>;
}

export interface WorkerChild {
  readonly pid: number | undefined;
  send(invocation: Invocation): void;
  /** Stops the whole process group; on Windows, which cannot, nothing (see worker.ts: it waits). */
  stop(): void;
  resume(): void;
  kill(): void;
}

export interface WorkerEvents {
  onReport(report: Report): void;
  /** What the process itself, not the function, wrote to standard error, e.g. V8's last words. */
  onErrorText(text: string): void;
  /** All its output was read before. */
  onEnd(end: { code: number | null; signal: string | null }): void;
}

const hasSignals = process.platform !== 'win32';

/** Starts the process; a failure to start is told as its end. */
export function startWorkerChild(options: WorkerOptions, events: WorkerEvents): WorkerChild {
  const child = spawnWorker(options);
  // Both descriptors are pipes by the spawn options.
  const requests = child.stdio[REQUEST_DESCRIPTOR] as Writable;
  const reports = child.stdio[REPORT_DESCRIPTOR] as Readable;
  // Written by our own worker, one frame a line.
  const readReport = createLineReader((line) => events.onReport(JSON.parse(line) as Report));
  reports?.on('data', readReport);
  child.stderr?.on('data', (text: Buffer) => events.onErrorText(text.toString()));
  // A worker that died while it was written to is told by its end, not by the broken pipe.
  for (const pipe of [requests, reports]) pipe?.on('error', () => undefined);
  child.once('error', (error) => events.onEnd({ code: null, signal: error.message }));
  // Children of the function's own would keep its output open.
  child.once('exit', () => signalGroup(child, 'SIGKILL'));
  child.once('close', (code, signal) => events.onEnd({ code, signal }));
  return {
    pid: child.pid,
    send: (invocation) => void requests.write(`${JSON.stringify(invocation)}\n`),
    stop: () => hasSignals && signalGroup(child, 'SIGSTOP'),
    resume: () => hasSignals && signalGroup(child, 'SIGCONT'),
    kill: () => signalGroup(child, 'SIGKILL'),
  };
}

function spawnWorker(options: WorkerOptions): ChildProcess {
  // With a large young generation V8 seldom looks at it, so what photos leave outside the heap makes it
  // collect everything instead, every ten calls: a third of what a filing costs its function.
  const heap = [`--max-old-space-size=${options.memoryMb}`, '--max-semi-space-size=4'];
  const parameters = [...heap, options.workerFile, options.moduleFile, options.functionFolder];
  return spawn(process.execPath, parameters, {
    cwd: options.functionFolder,
    env: options.environment,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // Its own process group: one signal then reaches what the function itself started, too.
    detached: hasSignals,
    windowsHide: true,
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(hasSignals ? -child.pid : child.pid, signal);
  } catch (error) {
    // Gone already, or (EPERM, macOS) a group of nothing but the dead: its end is about to be told.
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
