/** How long the cloud takes to be ready, and what it holds in memory while nobody calls. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startCloud } from '../support/cloud/cloud';
import { median } from './measure';

export interface Footprint {
  readyMs: number;
  rssMb: number;
  /** Its share where pages are shared with other processes; undefined where /proc does not tell. */
  pssMb?: number;
}

const STARTS = 5;
/** What was needed only to start has been given back by then. */
const SETTLE_MS = 1_500;

/** Starts the cloud with these functions several times; none of them is called. */
export async function measureFootprint(functionsDir: string): Promise<Footprint> {
  const readyMs: number[] = [];
  let footprint: Omit<Footprint, 'readyMs'> = { rssMb: NaN };
  for (let start = 0; start < STARTS; start += 1) {
    const cloud = await startCloud({ functionsDir });
    readyMs.push(cloud.readyAfterMs);
    if (start === 0) {
      await pause(SETTLE_MS);
      footprint = memoryOf(cloud.pid);
    }
    await cloud.stop();
  }
  return { readyMs: median(readyMs), ...footprint };
}

function memoryOf(pid: number): Omit<Footprint, 'readyMs'> {
  const rssMb = megabytes(`/proc/${pid}/status`, 'VmRSS') ?? NaN;
  const pssMb = megabytes(`/proc/${pid}/smaps_rollup`, 'Pss');
  return { rssMb, ...(pssMb === undefined ? {} : { pssMb }) };
}

function megabytes(file: string, field: string): number | undefined {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(file, 'utf8'));
    return found ? Number(found[1]) / 1_024 : undefined;
  } catch {
    // Not Linux, or the process of somebody else.
    return undefined;
  }
}
