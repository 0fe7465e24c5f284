import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClock } from '../../../local/cloud/clock';

const HOUR = 3_600_000;

describe('the clock of the cloud', () => {
  let dataDir: string;
  let real: number;
  const open = async () => {
    const clock = createClock({ dataDir, realNow: () => real });
    await clock.start();
    const control = (name: string, input = {}) => clock.controls?.[name]?.(input);
    return { ...clock, control };
  };

  beforeEach(() => {
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'clock-'));
    real = Date.UTC(2026, 5, 1);
  });
  afterEach(() => fs.rmSync(dataDir, { recursive: true }));

  test('it is the real time until it is moved', async () => {
    const clock = await open();
    expect([clock.now(), clock.offsetMs()]).toEqual([real, 0]);
  });

  test('it runs on after it was set or advanced, and comes back to the real time', async () => {
    const clock = await open();
    await clock.control('set', { at: '2026-07-01T00:00:00Z' });
    real += 5;
    expect(clock.now()).toBe(Date.UTC(2026, 6, 1) + 5);
    await clock.control('advance', { ms: HOUR });
    expect(clock.now()).toBe(Date.UTC(2026, 6, 1) + 5 + HOUR);
    await clock.control('real');
    expect([clock.now(), clock.offsetMs()]).toEqual([real, 0]);
  });

  test('a restart keeps what was set by hand, a reset does not', async () => {
    await (await open()).control('advance', { ms: HOUR });
    const reopened = await open();
    expect(reopened.offsetMs()).toBe(HOUR);
    await reopened.reset();
    expect((await open()).offsetMs()).toBe(0);
  });

  test('listeners are awaited in order before the mover is answered', async () => {
    const clock = await open();
    const seen: string[] = [];
    clock.onMoved(async (fromMs, toMs) => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(`first ${toMs - fromMs}`);
    });
    const unsubscribe = clock.onMoved(() => void seen.push('second'));
    await clock.control('advance', { ms: HOUR });
    expect(seen).toEqual([`first ${HOUR}`, 'second']);
    unsubscribe();
    await clock.control('advance', { ms: 1 });
    expect(seen.slice(2)).toEqual(['first 1']);
  });

  test('two moves at once happen one after the other', async () => {
    const clock = await open();
    const moves: number[][] = [];
    clock.onMoved(async (...move) => {
      await new Promise((resolve) => setImmediate(resolve));
      moves.push(move);
    });
    await Promise.all([clock.control('advance', { ms: 10 }), clock.control('advance', { ms: 20 })]);
    expect(moves).toEqual([
      [real, real + 10],
      [real + 10, real + 30],
    ]);
  });

  test('a listener that fails fails the mover, but only after all were told', async () => {
    const clock = await open();
    let isTold = false;
    clock.onMoved(() => Promise.reject(new Error('a trigger failed')));
    clock.onMoved(() => {
      isTold = true;
    });
    await expect(clock.control('advance', { ms: 1 })).rejects.toThrow('a trigger failed');
    expect([isTold, clock.offsetMs()]).toEqual([true, 1]);
    await expect(clock.control('real')).rejects.toThrow('a trigger failed');
  });

  test.each([
    ['set', {}],
    ['set', { at: 'tomorrow' }],
    ['set', { at: 9e15 }],
    ['advance', {}],
    ['advance', { ms: 1.5 }],
    ['advance', { ms: '5' }],
  ])('%s %j is refused and moves nothing', async (name, input) => {
    const clock = await open();
    expect(() => clock.control(name, input)).toThrow(/must be/);
    expect(clock.offsetMs()).toBe(0);
  });

  test('a kept offset that cannot be read stops the start', async () => {
    fs.mkdirSync(path.join(dataDir, 'clock'));
    fs.writeFileSync(path.join(dataDir, 'clock/offset.json'), 'half');
    await expect(open()).rejects.toThrow('not readable');
  });
});
