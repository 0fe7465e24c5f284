/**
 * One worker process of one function, seen from the cloud: takes one invocation at a time, is watched
 * for time and memory, and stands still (SIGSTOP to its whole process group) between invocations.
 * Windows knows no SIGSTOP; there the worker's blocking read alone keeps the function's code still.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { CloudError } from '../errors';
import { createLineReader, REPORT_DESCRIPTOR, REQUEST_DESCRIPTOR } from './frames';
import type { Invocation, Level, Report } from './frames';
import { INITIALIZATION_MS_MAX, MEMORY_CHECK_MS } from './limits';
import { residentMb } from './memory';
import { failures } from './failures';

export interface InstanceOptions {
  workerFile: string;
  functionFolder: string;
  moduleFile: string;
  timeoutSeconds: number;
  memoryMb: number;
  environment: Record<string, string>;
  /** Told of the process's start and end, so that no stopped process outlives the cloud. */
  watch: { add(pid: number): void; remove(pid: number): void };
}

export interface Instance {
  readonly pid: number | undefined;
  /** Rejects with a CloudError, after which the instance may be dead; `print` gets what it prints. */
  run(invocation: Invocation, print: Print): Promise<Answer>;
  isAlive(): boolean;
  /** Ends the process group at once; resolves when it is gone. */
  end(): Promise<void>;
}

export type Print = (level: Level, text: string) => void;

export interface Answer {
  /** What `main` returned, as JSON. */
  result: string;
  memoryMb: number;
}

interface Call {
  resolve(answer: Answer): void;
  reject(error: CloudError): void;
}

const STANDARD_ERROR_CHARACTERS_KEPT = 4096;
const canStop = process.platform !== 'win32';

/** Starts a worker; whatever goes wrong with it is told by the next `run`. */
export function startInstance(options: InstanceOptions): Instance {
  const child = spawnWorker(options);
  let call: Call | undefined;
  let verdict: CloudError | undefined;
  let deadline: NodeJS.Timeout | undefined;
  let isReady = false;
  let lastWords = '';
  let print: Print = () => undefined;

  const pace = watchMemory(child, options.memoryMb, () => kill(failures.memory(options.memoryMb)));
  const closed = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      verdict ??= failures.exit(error.message);
      closeCall();
      resolve();
    });
    child.once('exit', () => signalGroup(child, 'SIGKILL'));
    child.once('close', (code, signal) => {
      if (child.pid !== undefined) options.watch.remove(child.pid);
      verdict ??= failures.end({ code, signal, lastWords, memoryMb: options.memoryMb });
      closeCall();
      resolve();
    });
  });

  function closeCall(): void {
    clearTimeout(deadline);
    pace.stop();
    // `verdict` is set by every caller.
    call?.reject(verdict ?? failures.exit('unknown'));
    call = undefined;
  }

  function kill(reason: CloudError): void {
    verdict ??= reason;
    signalGroup(child, 'SIGKILL');
  }

  function take(report: Report): void {
    if (report.kind === 'log') return print(report.level, report.text);
    if (report.kind === 'ready') {
      isReady = true;
      if (call) armTimeout();
      return;
    }
    if (report.kind === 'broken' || (report.kind === 'failure' && report.fatal)) {
      verdict ??= failures.thrown(report);
      return;
    }
    settle(report);
  }

  function settle(report: Extract<Report, { kind: 'answer' | 'failure' }>): void {
    clearTimeout(deadline);
    pace.stop();
    if (canStop) signalGroup(child, 'SIGSTOP');
    const ended = call;
    call = undefined;
    if (report.kind === 'answer') ended?.resolve(report);
    else ended?.reject(failures.thrown(report));
  }

  function armTimeout(): void {
    clearTimeout(deadline);
    const reason = isReady ? failures.time(options.timeoutSeconds) : failures.initialization();
    const ms = isReady ? options.timeoutSeconds * 1000 : INITIALIZATION_MS_MAX;
    deadline = setTimeout(() => kill(reason), ms);
  }

  listen(child, take, (text) => {
    lastWords = (lastWords + text).slice(-STANDARD_ERROR_CHARACTERS_KEPT);
  });
  if (child.pid !== undefined) options.watch.add(child.pid);

  return {
    pid: child.pid,
    isAlive: () => verdict === undefined,
    run(invocation, printNow) {
      print = printNow;
      if (verdict) return Promise.reject(verdict);
      return new Promise((resolve, reject) => {
        call = { resolve, reject };
        if (canStop) signalGroup(child, 'SIGCONT');
        armTimeout();
        pace.start();
        requestPipe(child).write(`${JSON.stringify(invocation)}\n`);
      });
    },
    end() {
      kill(failures.exit('the cloud ended it'));
      return closed;
    },
  };
}

function spawnWorker(options: InstanceOptions): ChildProcess {
  const heap = `--max-old-space-size=${options.memoryMb}`;
  const parameters = [heap, options.workerFile, options.moduleFile, options.functionFolder];
  return spawn(process.execPath, parameters, {
    cwd: options.functionFolder,
    env: options.environment,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // Its own process group: one signal then reaches what the function itself started, too.
    detached: canStop,
    windowsHide: true,
  });
}

function listen(
  child: ChildProcess,
  onReport: (report: Report) => void,
  onErrorText: (text: string) => void,
): void {
  // Both descriptors are pipes by the spawn options above.
  const reports = child.stdio[REPORT_DESCRIPTOR] as Readable;
  // Written by our own worker, one frame a line.
  reports.on(
    'data',
    createLineReader((line) => onReport(JSON.parse(line) as Report)),
  );
  child.stderr?.on('data', (text: Buffer) => onErrorText(text.toString()));
  // A worker that died while we wrote to it is told by its exit, not by the broken pipe.
  requestPipe(child).on('error', () => undefined);
  reports.on('error', () => undefined);
}

function requestPipe(child: ChildProcess): Writable {
  return child.stdio[REQUEST_DESCRIPTOR] as Writable;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(canStop ? -child.pid : child.pid, signal);
  } catch (error) {
    // Gone already, or (EPERM, macOS) a group of nothing but the dead: its exit is about to be told.
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}

/** Looks at the resident memory while an invocation runs; V8's own heap limit may be hit first. */
function watchMemory(
  child: ChildProcess,
  memoryMb: number,
  onExceeded: () => void,
): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    start() {
      timer = setInterval(() => {
        if (child.pid !== undefined && residentMb(child.pid) > memoryMb) onExceeded();
      }, MEMORY_CHECK_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
