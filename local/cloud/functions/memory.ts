import fs from 'node:fs';

// Pages are 4 KiB on x86-64, which is what /proc counts in; on others the figure errs on the low side.
const PAGE_BYTES = 4096;

/** Resident memory of a process in MB; 0 where the system does not tell it in /proc. */
export function residentMb(pid: number): number {
  if (process.platform !== 'linux') return 0;
  try {
    const pages = Number(fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * PAGE_BYTES) / 1048576;
  } catch {
    // The process ended between two looks.
    return 0;
  }
}
