/** Figures of a bench as a table for people. */
import type { Timing } from './measure';

export interface BenchRow extends Timing {
  name: string;
  /** Operations under way at the same time. */
  atOnce: number;
}

export interface Aim {
  what: string;
  aim: string;
  value: number;
  isMet?: boolean;
}

/** Prints rows beside the floors of the same concurrency, then the aims. */
export function printTable(rows: BenchRow[], aims: Aim[]): void {
  const line = (cells: (string | number)[]) =>
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(26) : String(cell).padStart(11)))
      .join('');
  const text = [line(['', 'at once', 'p50 ms', 'ops/s', '× echo', '× SDK echo', '× libsql'])];
  for (const row of rows) {
    const ratio = (floor: string) => {
      const found = rows.find((one) => one.name === floor && one.atOnce === row.atOnce);
      return found ? (row.opsPerSecond / found.opsPerSecond).toFixed(2) : '';
    };
    const floors = ['floor: http echo', 'floor: SDK on the echo', 'floor: libsql insert'];
    const figures = [row.p50Ms.toFixed(2), Math.round(row.opsPerSecond), ...floors.map(ratio)];
    text.push(line([row.name, row.atOnce, ...figures]));
  }
  text.push('');
  for (const { what, aim, value, isMet } of aims) {
    const verdict = isMet === undefined ? '' : isMet ? 'met' : 'NOT met';
    text.push(line([what, value.toFixed(value < 10 ? 2 : 0), aim, verdict]));
  }
  process.stdout.write(`${text.join('\n')}\n`);
}
