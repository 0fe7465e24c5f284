import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, replaceFile } from '../durable-file';
import { CloudError } from '../errors';
import type { Clock, Service } from '../service';

type Listener = Parameters<Clock['onMoved']>[0];

interface ClockParts {
  dataDir: string;
  /** Real time, epoch ms; tests give their own. */
  realNow?: () => number;
}

/**
 * The cloud's time: real, until a test or a demo sets or advances it. It always runs on; what is kept
 * is its distance from the real time, in the data folder, so that a restart does not travel back.
 */
export function createClock({ dataDir, realNow = Date.now }: ClockParts): Service & Clock {
  const file = join(dataDir, 'clock', 'offset.json');
  const listeners = new Set<Listener>();
  let offsetMs = 0;
  let lastMove: Promise<unknown> = Promise.resolve();

  /** One move after the other, or listeners of two would mix. */
  function move(offsetOf: () => number): Promise<{ now: number; offsetMs: number }> {
    const moved = lastMove.then(() => moveNow(offsetOf()));
    lastMove = moved.catch(() => undefined);
    return moved;
  }

  async function moveNow(newOffsetMs: number) {
    const fromMs = realNow() + offsetMs;
    await replaceFile(file, JSON.stringify({ offsetMs: newOffsetMs }));
    offsetMs = newOffsetMs;
    const toMs = realNow() + offsetMs;
    const failures: unknown[] = [];
    for (const listener of listeners) {
      try {
        await listener(fromMs, toMs);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return { now: toMs, offsetMs };
  }

  return {
    name: 'clock',
    now: () => realNow() + offsetMs,
    offsetMs: () => offsetMs,
    onMoved(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      const kept = await readIfThere(file);
      offsetMs = kept === undefined ? 0 : keptOffset(kept, file);
    },
    async reset() {
      await lastMove;
      offsetMs = 0; // nobody is told: whoever listens is reset itself
      await rm(file, { force: true });
    },
    stop: () => lastMove.then(() => listeners.clear()),
    controls: {
      read: () => ({ now: realNow() + offsetMs, offsetMs }),
      set: ({ at }) => {
        const atMs = momentOf(at);
        return move(() => atMs - realNow());
      },
      advance: ({ ms }) => {
        if (typeof ms !== 'number' || !Number.isSafeInteger(ms)) throw badTime('ms');
        return move(() => offsetMs + ms);
      },
      real: () => move(() => 0),
    },
  };
}

/** Epoch ms of a number or an ISO text. */
function momentOf(at: unknown): number {
  const ms = typeof at === 'string' ? Date.parse(at) : at;
  if (typeof ms !== 'number' || Number.isNaN(new Date(ms).getTime())) throw badTime('at');
  return ms;
}

function badTime(name: string): CloudError {
  const wanted = name === 'ms' ? 'a whole number of milliseconds' : 'epoch ms or an ISO text';
  return new CloudError('INVALID_PARAM', `${name} must be ${wanted}`);
}

function keptOffset(text: string, file: string): number {
  const found = /^\{"offsetMs":(-?\d+)\}$/.exec(text)?.[1];
  if (found === undefined) throw new CloudError('INVALID_PARAM', `${file} is not readable`);
  return Number(found);
}
