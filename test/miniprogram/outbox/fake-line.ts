/** A line to the cloud that can do wrong at any one request. */

/** What a line can do to one request; `late` it, or `again` a copy, arrives after the next one only. */
export const lineFaults = ['request lost', 'answer lost', 'doubled', 'late', 'again'] as const;
export type LineFault = (typeof lineFaults)[number];

export interface FakeLine {
  network: 'none' | 'wifi' | 'mobile';
  /** Requests that have left the phone. */
  requests: number;
  /** The nth request goes wrong. */
  faults: Map<number, LineFault>;
  /** What has gone wrong so far. */
  met: LineFault[];
  /** The answer, or undefined when none reaches the phone. */
  carry<T>(send: () => Promise<T>): Promise<{ value: T } | undefined>;
  /** Resolves when nothing is under way, held-back requests included. */
  settle(): Promise<void>;
}

export function fakeLine(): FakeLine {
  const late: (() => Promise<unknown>)[] = [];
  const running = new Set<Promise<unknown>>();
  const deliverLate = async () => {
    for (const send of late.splice(0)) await send();
  };
  const carryBy = async <T>(send: () => Promise<T>, fault: LineFault | undefined) => {
    if (fault === 'request lost') return undefined;
    if (fault === 'late') {
      late.push(send);
      return undefined;
    }
    const [value] = await Promise.all(fault === 'doubled' ? [send(), send()] : [send()]);
    await deliverLate();
    if (fault === 'again') late.push(send);
    // One copy at least was sent.
    return fault === 'answer lost' ? undefined : { value: value as T };
  };
  const line: FakeLine = {
    network: 'wifi',
    requests: 0,
    faults: new Map(),
    met: [],
    carry: async (send) => {
      if (line.network === 'none') return undefined;
      const fault = line.faults.get(line.requests++);
      if (fault) line.met.push(fault);
      const carried = carryBy(send, fault);
      running.add(carried);
      return carried.finally(() => running.delete(carried));
    },
    settle: async () => {
      await Promise.allSettled([...running]);
      await deliverLate();
    },
  };
  return line;
}
