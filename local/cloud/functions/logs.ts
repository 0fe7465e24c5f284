/** The last console lines of each function, in the order they were printed. */
import { LOG_LINE_CHARACTERS_MAX, LOG_LINES_MAX } from './limits';
import type { Level } from './frames';

export interface LogLine {
  /** Epoch ms by the cloud's clock. */
  at: number;
  function: string;
  requestId: string;
  level: Level;
  text: string;
}

export interface Logs {
  /** Keeps and passes on each line of a printed text. */
  print(line: LogLine): void;
  of(name: string): LogLine[];
  clear(): void;
}

/** `emit` is told of every line before `print` returns. */
export function createLogs(emit: (line: LogLine) => void): Logs {
  const kept = new Map<string, LogLine[]>();
  return {
    print(printed) {
      const lines = kept.get(printed.function) ?? [];
      kept.set(printed.function, lines);
      for (const text of printed.text.split('\n')) {
        const line = { ...printed, text: text.slice(0, LOG_LINE_CHARACTERS_MAX) };
        lines.push(line);
        if (lines.length > LOG_LINES_MAX) lines.shift();
        emit(line);
      }
    },
    of: (name) => [...(kept.get(name) ?? [])],
    clear: () => kept.clear(),
  };
}
