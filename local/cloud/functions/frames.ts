/**
 * What the cloud and a worker say to each other: one JSON text a line, over two pipes of the worker.
 * The worker reads and writes them synchronously. So a log line stands before the answer by its very
 * order, the answer is out before the worker waits for the next call, and while it waits no line of the
 * function can run.
 */

/** Descriptor the worker reads invocations from, and the one it reports on. */
export const REQUEST_DESCRIPTOR = 3;
export const REPORT_DESCRIPTOR = 4;

/** One call, as the worker gets it. */
export interface Invocation {
  event: unknown;
  /** Becomes `main`'s second argument, without its `environment`. */
  context: Record<string, unknown>;
  /** Variables of this call alone; those of the call before are gone. */
  environment: Record<string, string>;
}

export type Level = 'debug' | 'info' | 'warn' | 'error';

/** What a worker reports; `answer` and `failure` end a call, `broken` ends the worker. */
export type Report =
  | { kind: 'ready' }
  | { kind: 'broken'; message: string; stack: string }
  | { kind: 'log'; level: Level; text: string }
  | { kind: 'answer'; result: string; memoryMb: number }
  | { kind: 'failure'; message: string; stack: string; fatal: boolean };

/** Collects chunks and hands over each whole line; a line may span any number of chunks. */
export function createLineReader(onLine: (line: string) => void): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  return (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, end));
      const line = Buffer.concat(parts).toString('utf8');
      parts = [];
      from = end + 1;
      onLine(line);
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  };
}
