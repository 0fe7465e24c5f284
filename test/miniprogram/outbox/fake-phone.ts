/**
 * A phone for the real outbox: storage and files that survive a kill, and behind its line the real
 * functions on the embedded cloud.
 */
import type { OutboxEdge } from '../../../miniprogram/outbox/edge';
import { createOutbox, type Outbox } from '../../../miniprogram/outbox/outbox';
import { newId, type Phone } from '../../support/county/county';
import { upload, type Newsroom } from '../../support/county/newsroom';
import { fakeLine, type FakeLine } from './fake-line';

export interface FakePhone {
  line: FakeLine;
  /** `aheadMs` is what the phone is ahead of the cloud. */
  clock: { now: number; aheadMs: number };
  files: Map<string, Buffer>;
  /** So far: steps of the edge, writes to storage, files sent to the cloud. */
  counted: { steps: number; writes: number; uploads: number };
  /** Switched off before the nth step; full at the nth write; the cloud's disk fails the nth file. */
  plan: { killAt: number; fullAt: number; disk: { at: number; code: string; afterBytes: number } };
  /** Starts the app anew over what earlier starts have kept; resolves when it rests or is off. */
  start(): Promise<Outbox>;
  /** Runs a person's act, and resolves when what it began has come to rest or the phone is off. */
  act(outbox: Outbox, run: () => unknown): Promise<void>;
  /** An hour passes: whatever waits for a time goes on. */
  passTime(outbox: Outbox): Promise<void>;
}

/** A phone of one person of a newsroom. */
export function fakePhone(room: Newsroom, person: Phone): FakePhone {
  const phone = {
    line: fakeLine(),
    clock: { now: Date.now(), aheadMs: 0 },
    files: new Map<string, Buffer>(),
    counted: { steps: 0, writes: 0, uploads: 0 },
    plan: { killAt: Infinity, fullAt: Infinity, disk: { at: Infinity, code: '', afterBytes: 0 } },
  };
  const storage = new Map<string, string>();
  let switchedOff = new Promise<void>(() => undefined);
  const rest = async (work: Promise<unknown>) => {
    await Promise.race([work, switchedOff]);
    await phone.line.settle();
  };
  const begin = (): OutboxEdge => {
    let isOff = false;
    let off: () => void = () => undefined;
    switchedOff = new Promise((resolve) => (off = resolve));
    const isOn = () => {
      if (phone.counted.steps++ === phone.plan.killAt) isOff = true;
      if (isOff) off();
      return !isOff;
    };
    return edgeOf({ ...phone, room, person, storage, isOn });
  };
  return {
    ...phone,
    start: async () => {
      const outbox = createOutbox(begin());
      await rest(outbox.start());
      return outbox;
    },
    act: (outbox, run) => rest(Promise.resolve(run()).then(() => outbox.wake())),
    passTime: (outbox) => {
      phone.clock.now += 60 * 60 * 1000;
      return rest(outbox.wake());
    },
  };
}

interface Ends extends Pick<FakePhone, 'line' | 'clock' | 'files' | 'counted' | 'plan'> {
  room: Newsroom;
  person: Phone;
  storage: Map<string, string>;
  /** Counts a step; false from the moment on when the phone is off. */
  isOn(): boolean;
}

function edgeOf({
  line,
  files,
  counted,
  plan,
  room,
  person,
  storage,
  clock,
  isOn,
}: Ends): OutboxEdge {
  // A phone that is off answers nothing any more.
  const step = <T>(run: () => Promise<T>) => (isOn() ? run() : new Promise<T>(() => undefined));
  const atOnce = <T>(run: () => T): T => {
    if (!isOn()) throw new Error('the phone is off');
    return run();
  };
  const request = <T, F>(send: () => Promise<T>, failed: () => F) =>
    step<T | F>(async () => {
      const carried = await line.carry(send);
      return carried ? carried.value : failed();
    });
  const noAnswer = () => {
    const failure = line.network === 'none' ? ('no_network' as const) : ('cloud_failed' as const);
    return { ok: false as const, failure };
  };
  return {
    keys: (prefix) => [...storage.keys()].filter((key) => key.startsWith(prefix)),
    read: (key) => JSON.parse(storage.get(key) ?? 'null') as unknown,
    keep: (key, value) =>
      atOnce(() => {
        if (counted.writes++ === plan.fullAt) throw new Error('exceed storage max size 10Mb');
        storage.set(key, JSON.stringify(value));
      }),
    forget: (key) => atOnce(() => void storage.delete(key)),
    listFiles: () => step(async () => [...files.keys()]),
    hasFile: (path) => step(async () => files.has(path)),
    removeFile: (path) => step(async () => void files.delete(path)),
    upload: ({ cloudPath, path }) =>
      request(
        async () => {
          const name = cloudPath.slice(cloudPath.lastIndexOf('/') + 1);
          const { at, code, afterBytes } = plan.disk;
          const isFailing = counted.uploads++ === at;
          if (isFailing) await room.cloud.control('storage', 'failWrites', { code, afterBytes });
          const file = { name, bytes: files.get(path) ?? Buffer.alloc(0) };
          const isConfirmed = await upload(room, person, file).then(
            () => true,
            () => false,
          );
          if (isFailing) await room.cloud.control('storage', 'failWrites');
          return isConfirmed;
        },
        () => false,
      ),
    openSession: () => request(() => person.call('session.open', {}), noAnswer),
    fileStory: (input, id) => request(() => person.call('story.file', input, id), noAnswer),
    refileStory: (input, id) => request(() => person.call('story.refile', input, id), noAnswer),
    network: () => step(async () => line.network),
    newId: () => step(async () => newId()),
    now: () => clock.now,
    cloudNow: () => clock.now - clock.aheadMs,
    // `passTime` wakes it.
    after: () => undefined,
  };
}
