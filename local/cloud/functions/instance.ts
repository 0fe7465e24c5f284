/**
 * One worker of one function, seen from the cloud: takes one invocation at a time, is held to its time
 * and memory, and stands still (SIGSTOP to its whole process group) between invocations.
 */
import type { CloudError } from '../errors';
import { failures } from './failures';
import type { Invocation, Level, Report } from './frames';
import { createGuard } from './guard';
import { startWorkerChild } from './worker-child';
import type { WorkerOptions } from './worker-child';

export interface InstanceOptions extends WorkerOptions {
  timeoutSeconds: number;
  /** Told of the process's start and end, so that no stopped process outlives the cloud. */
  watch: { add(pid: number): void; remove(pid: number): void };
}

export interface Instance {
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
  print: Print;
}

const LAST_WORDS_CHARACTERS_MAX = 4096;

/** Starts a worker; whatever goes wrong with it is told by its `run`. */
export function startInstance(options: InstanceOptions): Instance {
  const { memoryMb, watch } = options;
  let call: Call | undefined;
  // Why it is dead or dying; the first reason is the true one.
  let verdict: CloudError | undefined;
  let lastWords = '';
  let announceEnd = (): void => undefined;
  const ended = new Promise<void>((resolve) => (announceEnd = resolve));

  const worker = startWorkerChild(options, {
    onReport,
    onErrorText: (text) => (lastWords = (lastWords + text).slice(-LAST_WORDS_CHARACTERS_MAX)),
    onEnd(end) {
      if (worker.pid !== undefined) watch.remove(worker.pid);
      verdict ??= failures.end({ ...end, lastWords, memoryMb });
      endCall()?.reject(verdict);
      announceEnd();
    },
  });
  const guard = createGuard({ ...options, pid: worker.pid }, kill);
  if (worker.pid !== undefined) watch.add(worker.pid);

  function onReport(report: Report): void {
    if (report.kind === 'log') return call?.print(report.level, report.text);
    if (report.kind === 'ready') return guard.ready();
    if (report.kind === 'broken' || (report.kind === 'failure' && report.fatal)) {
      verdict ??= failures.thrown(report);
      return;
    }
    worker.stop();
    if (report.kind === 'answer') endCall()?.resolve(report);
    else endCall()?.reject(failures.thrown(report));
  }

  function endCall(): Call | undefined {
    guard.stop();
    const over = call;
    call = undefined;
    return over;
  }

  function kill(reason: CloudError): void {
    verdict ??= reason;
    worker.kill();
  }

  return {
    isAlive: () => verdict === undefined,
    run(invocation, print) {
      if (verdict) return Promise.reject(verdict);
      return new Promise((resolve, reject) => {
        call = { resolve, reject, print };
        worker.resume();
        guard.start();
        worker.send(invocation);
      });
    },
    end() {
      kill(failures.exit('the cloud ended it'));
      return ended;
    },
  };
}
