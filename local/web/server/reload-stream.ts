/** Server-sent events at /reload: tells open pages that a rebuild is there, or why there is none. */
import type { ServerResponse } from 'node:http';

export type Rebuild = { kind: 'rebuilt' } | { kind: 'failed'; problems: string[] };

export interface ReloadStream {
  /** Keeps the response open and writes rebuilds to it. */
  join(response: ServerResponse): void;
  tell(rebuild: Rebuild): void;
  close(): void;
}

/** A stream without listeners. Who joins while the last build stands failed is told at once. */
export function createReloadStream(): ReloadStream {
  const listeners = new Set<ServerResponse>();
  let last: Rebuild = { kind: 'rebuilt' };
  const line = (rebuild: Rebuild): string => `data: ${JSON.stringify(rebuild)}\n\n`;
  return {
    join(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 500\n\n');
      if (last.kind === 'failed') response.write(line(last));
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    tell(rebuild) {
      last = rebuild;
      for (const response of listeners) response.write(line(rebuild));
    },
    close() {
      for (const response of listeners) response.end();
      listeners.clear();
    },
  };
}
