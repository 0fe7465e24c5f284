/** Holds one call to its function's time and memory. */
import type { CloudError } from '../errors';
import { failures } from './failures';
import { INITIALIZATION_MS_MAX, MEMORY_CHECK_MS } from './limits';
import { residentMb } from './memory';

export interface Guard {
  /** A call begins; until `ready` it is the module that is loading, under a limit of its own. */
  start(): void;
  ready(): void;
  /** The call is over. */
  stop(): void;
}

/** `onExceeded` is told the failure once a limit is passed; V8's own heap limit may be hit first. */
export function createGuard(
  bounds: { pid: number | undefined; timeoutSeconds: number; memoryMb: number },
  onExceeded: (reason: CloudError) => void,
): Guard {
  const { pid, timeoutSeconds, memoryMb } = bounds;
  let deadline: NodeJS.Timeout | undefined;
  let look: NodeJS.Timeout | undefined;
  let isReady = false;
  let isRunning = false;

  function arm(): void {
    clearTimeout(deadline);
    const reason = isReady ? failures.time(timeoutSeconds) : failures.initialization();
    const ms = isReady ? timeoutSeconds * 1000 : INITIALIZATION_MS_MAX;
    deadline = setTimeout(() => onExceeded(reason), ms);
  }

  return {
    start() {
      isRunning = true;
      arm();
      look = setInterval(() => {
        if (pid !== undefined && residentMb(pid) > memoryMb) onExceeded(failures.memory(memoryMb));
      }, MEMORY_CHECK_MS);
    },
    ready() {
      isReady = true;
      if (isRunning) arm();
    },
    stop() {
      isRunning = false;
      clearTimeout(deadline);
      clearInterval(look);
    },
  };
}
