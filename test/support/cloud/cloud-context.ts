/** A cloud's context for tests of one service alone: time stands still until it is moved by hand. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Clock, CloudContext } from '../../../local/cloud/service';

export interface TestContext extends CloudContext {
  clock: Clock & { advance(ms: number): Promise<void> };
  /** Every line logged so far. */
  lines: Record<string, unknown>[];
  removeFolder(): void;
}

/** Starts at the given epoch ms; the data folder is a fresh temporary one. */
export function createTestContext(startsAt = Date.UTC(2026, 0, 5, 1, 0, 0)): TestContext {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'cloud-test-'));
  const lines: Record<string, unknown>[] = [];
  const listeners = new Set<(fromMs: number, toMs: number) => Promise<void> | void>();
  let now = startsAt;
  return {
    envId: 'local-env',
    dataDir,
    lines,
    base: () => 'http://127.0.0.1:1',
    log: (line) => void lines.push(line),
    removeFolder: () => fs.rmSync(dataDir, { recursive: true, force: true }),
    clock: {
      now: () => now,
      offsetMs: () => now - startsAt,
      onMoved(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      async advance(ms) {
        const from = now;
        now += ms;
        for (const listener of listeners) await listener(from, now);
      },
    },
  };
}
