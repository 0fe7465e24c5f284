/** A line to the cloud that can do wrong at any one request. */

/** What a line can do to one request; `late` reaches the cloud only after the next one. */
export type LineFault = 'request lost' | 'answer lost' | 'doubled' | 'late';
export const lineFaults: LineFault[] = ['request lost', 'answer lost', 'doubled', 'late'];

export interface FakeLine {
  network: 'none' | 'wifi' | 'mobile';
  /** Requests that have left the phone. */
  requests: number;
  /** The nth request goes wrong. */
  faults: Map<number, LineFault>;
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
    // One copy at least was sent.
    return fault === 'answer lost' ? undefined : { value: value as T };
  };
  const line: FakeLine = {
    network: 'wifi',
    requests: 0,
    faults: new Map(),
    carry: async (send) => {
      if (line.network === 'none') return undefined;
      const carried = carryBy(send, line.faults.get(line.requests++));
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
