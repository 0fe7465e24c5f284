/**
 * The instances of one function: as many as there are calls at once, up to a cap with a queue behind it.
 * The youngest free one is used first, so that the others grow idle and are ended.
 */
import { failures } from './failures';
import type { Instance } from './instance';
import { IDLE_MS, INSTANCES_MAX, INVOCATIONS_MAX, QUEUE_MAX } from './limits';

export interface Pool {
  /** Runs `work` on an instance that serves nothing else meanwhile. */
  use<T>(work: (instance: Instance) => Promise<T>): Promise<T>;
  /** Takes no calls from the queue any more; idle instances end now, busy ones after their call. */
  retire(): Promise<void>;
  /** Ends all instances at once; calls under way fail. */
  end(): Promise<void>;
  busy(): number;
  size(): number;
}

interface Member {
  instance: Instance;
  isBusy: boolean;
  served: number;
  idle?: NodeJS.Timeout;
}

/** `start` makes one more instance; the other bounds are the laptop's, and smaller in tests. */
export function createPool(options: {
  start: () => Instance;
  instancesMax?: number;
  invocationsMax?: number;
  idleMs?: number;
}): Pool {
  const instancesMax = options.instancesMax ?? INSTANCES_MAX;
  const invocationsMax = options.invocationsMax ?? INVOCATIONS_MAX;
  const idleMs = options.idleMs ?? IDLE_MS;
  const members: Member[] = [];
  const waiting: { resolve(member: Member): void; reject(error: Error): void }[] = [];
  let isRetired = false;

  function take(): Promise<Member> {
    for (const dead of members.filter((one) => !one.isBusy && !one.instance.isAlive()))
      void drop(dead);
    const free = [...members].reverse().find((member) => !member.isBusy);
    if (free) return Promise.resolve(occupy(free));
    if (members.length < instancesMax) return Promise.resolve(occupy(addMember()));
    if (waiting.length >= QUEUE_MAX) return Promise.reject(failures.crowded());
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  }

  function addMember(): Member {
    const member: Member = { instance: options.start(), isBusy: false, served: 0 };
    members.push(member);
    return member;
  }

  function occupy(member: Member): Member {
    clearTimeout(member.idle);
    member.isBusy = true;
    member.served += 1;
    return member;
  }

  function giveBack(member: Member): void {
    member.isBusy = false;
    if (isRetired || !member.instance.isAlive() || member.served >= invocationsMax)
      void drop(member);
    const next = waiting.shift();
    if (next) return next.resolve(occupy(members.find((one) => !one.isBusy) ?? addMember()));
    if (!members.includes(member)) return;
    member.idle = setTimeout(() => void drop(member), idleMs);
    member.idle.unref();
  }

  /** Out of the list first, so that nobody is given an instance that is ending. */
  function drop(member: Member): Promise<void> {
    clearTimeout(member.idle);
    const at = members.indexOf(member);
    if (at !== -1) members.splice(at, 1);
    return member.instance.end();
  }

  return {
    async use(work) {
      const member = await take();
      try {
        return await work(member.instance);
      } finally {
        giveBack(member);
      }
    },
    async retire() {
      isRetired = true;
      await Promise.all(members.filter((member) => !member.isBusy).map(drop));
    },
    async end() {
      isRetired = true;
      for (const one of waiting.splice(0)) one.reject(failures.exit('the cloud ended it'));
      await Promise.all([...members].map(drop));
    },
    busy: () => members.filter((member) => member.isBusy).length,
    size: () => members.length,
  };
}
