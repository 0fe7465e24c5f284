/**
 * The instances of one function: as many as there are calls at once, up to a cap with a queue behind it.
 * Where starting one costs more than waiting, as with few cores, a call may wait for a busy one a little.
 * The youngest free one is used first, so that the others grow idle and are ended.
 */
import { failures } from './failures';
import type { Instance } from './instance';
import { IDLE_MS, INSTANCES_MAX, INVOCATIONS_MAX, QUEUE_MAX } from './limits';

export interface Pool {
  /** Runs `work` on an instance that serves nothing else meanwhile. */
  use<T>(work: (instance: Instance) => Promise<T>): Promise<T>;
  /** Idle instances end now, busy ones after the calls that came before this. */
  retire(): Promise<void>;
  /** Ends the busy instances at once; calls under way and waiting ones fail. */
  endBusy(): Promise<void>;
  /** As `endBusy`, and the idle ones too. */
  end(): Promise<void>;
  busy(): number;
  size(): number;
}

export interface PoolBounds {
  instancesMax?: number;
  invocationsMax?: number;
  idleMs?: number;
  /** How long a call waits for a busy instance before one more is started; 0 as on CloudBase. */
  patienceMs?: number;
}

interface Member {
  instance: Instance;
  isBusy: boolean;
  served: number;
  idle?: NodeJS.Timeout;
}

interface State {
  start: () => Instance;
  bounds: Required<PoolBounds>;
  members: Member[];
  waiting: { resolve(member: Member): void; reject(error: Error): void }[];
  isRetired: boolean;
}

const BOUNDS = {
  ...{ instancesMax: INSTANCES_MAX, invocationsMax: INVOCATIONS_MAX },
  ...{ idleMs: IDLE_MS, patienceMs: 0 },
};

/** `start` makes one more instance; the bounds are the laptop's, and smaller in tests. */
export function createPool(start: () => Instance, bounds: PoolBounds = {}): Pool {
  const state: State = {
    start,
    bounds: { ...BOUNDS, ...bounds },
    members: [],
    waiting: [],
    isRetired: false,
  };
  const { members } = state;
  const busy = () => members.filter((member) => member.isBusy);
  return {
    async use(work) {
      const member = await take(state);
      try {
        return await work(member.instance);
      } finally {
        giveBack(state, member);
      }
    },
    async retire() {
      state.isRetired = true;
      const idle = members.filter((member) => !member.isBusy);
      await Promise.all(idle.map((member) => drop(state, member)));
    },
    endBusy: () => endAll(state, busy()),
    async end() {
      state.isRetired = true;
      await endAll(state, members);
    },
    busy: () => busy().length,
    size: () => members.length,
  };
}

function take(state: State): Promise<Member> {
  const idle = state.members.filter((member) => !member.isBusy);
  for (const one of idle) if (!one.instance.isAlive()) void drop(state, one);
  const free = idle.reverse().find((member) => member.instance.isAlive());
  if (free) return Promise.resolve(occupy(free));
  const mayWait = state.bounds.patienceMs > 0 && state.members.length > 0;
  if (!mayWait && hasRoom(state)) return Promise.resolve(occupy(addMember(state)));
  if (state.waiting.length >= QUEUE_MAX) return Promise.reject(failures.crowded());
  return new Promise((resolve, reject) => {
    const call = { resolve, reject };
    state.waiting.push(call);
    if (mayWait) setTimeout(() => losePatience(state, call), state.bounds.patienceMs).unref();
  });
}

const hasRoom = ({ members, bounds }: State) => members.length < bounds.instancesMax;

/** Nobody became free in time: the call gets an instance of its own, where there may be one more. */
function losePatience(state: State, call: State['waiting'][number]): void {
  const at = state.waiting.indexOf(call);
  if (at === -1 || !hasRoom(state)) return;
  state.waiting.splice(at, 1);
  call.resolve(occupy(addMember(state)));
}

function giveBack(state: State, member: Member): void {
  member.isBusy = false;
  const isWornOut = member.served >= state.bounds.invocationsMax;
  const next = state.waiting.shift();
  if (isWornOut || !member.instance.isAlive()) void drop(state, member);
  else if (next) return next.resolve(occupy(member));
  else if (state.isRetired) void drop(state, member);
  else rest(state, member);
  next?.resolve(occupy(addMember(state)));
}

function addMember(state: State): Member {
  const member: Member = { instance: state.start(), isBusy: false, served: 0 };
  state.members.push(member);
  return member;
}

function occupy(member: Member): Member {
  clearTimeout(member.idle);
  member.isBusy = true;
  member.served += 1;
  return member;
}

function rest(state: State, member: Member): void {
  member.idle = setTimeout(() => void drop(state, member), state.bounds.idleMs);
  member.idle.unref();
}

async function endAll(state: State, members: readonly Member[]): Promise<void> {
  for (const one of state.waiting.splice(0)) one.reject(failures.exit('the cloud ended it'));
  await Promise.all([...members].map((member) => drop(state, member)));
}

/** Out of the list first, so that nobody is given an instance that is ending. */
function drop(state: State, member: Member): Promise<void> {
  clearTimeout(member.idle);
  const at = state.members.indexOf(member);
  if (at !== -1) state.members.splice(at, 1);
  return member.instance.end();
}
