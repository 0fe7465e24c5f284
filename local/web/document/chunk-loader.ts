/** Fetches the chunks of pages that are not in the first one. */

/** Route → names of the chunks it needs beyond the first, in the order they must run. */
type RouteChunks = Record<string, string[]>;

/**
 * Answers `load(route)`. Each chunk is fetched once; a failed fetch is tried again at the next call.
 * When the first page stands and the browser is idle, the main package's other pages are fetched, for
 * a phone has them all on board and shows them without a network.
 */
export function createChunkLoader(routes: RouteChunks): (route: string) => Promise<void> {
  const fetched = new Map<string, Promise<void>>();

  const fetchOnce = (name: string): Promise<void> => {
    const known = fetched.get(name);
    if (known !== undefined) return known;
    const fetching = fetchChunk(name).catch((cause: unknown) => {
      fetched.delete(name);
      throw cause;
    });
    fetched.set(name, fetching);
    return fetching;
  };
  const load = async (route: string): Promise<void> => {
    for (const name of routes[route] ?? []) await fetchOnce(name);
  };

  const mainRoute = Object.keys(routes).find((route) => routes[route]?.join() === 'main');
  if (mainRoute !== undefined) whenIdle(() => void load(mainRoute).catch(() => undefined));
  return load;
}

/** Views before scripts: a script's `Component({…})` needs its template and config. */
async function fetchChunk(name: string): Promise<void> {
  const scripts = new URL(`./${name}.js`, document.baseURI).href;
  const ahead = document.createElement('link');
  Object.assign(ahead, { rel: 'modulepreload', href: scripts });
  document.head.append(ahead);
  await runScript(`./${name}.views.js`);
  await import(scripts);
}

function runScript(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${source} could not be fetched`));
    document.head.append(script);
  });
}

function whenIdle(run: () => void): void {
  const later = () =>
    'requestIdleCallback' in window ? requestIdleCallback(run) : setTimeout(run);
  if (document.readyState === 'complete') later();
  else window.addEventListener('load', later, { once: true });
}
