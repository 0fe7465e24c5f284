/**
 * Divides pages and components over chunks, so that the first screen fetches only what it shows.
 *
 * `first` holds the entry page and the custom tab bar; `main` the other pages of the main package and
 * whatever two chunks share; then one chunk for each subpackage. `main` needs `first`, a subpackage
 * needs both.
 */
import type { BareConfig } from './app-config';
import type { Component } from './components';

export interface Chunk {
  /** `first`, `main` or a subpackage's root with dashes for slashes. */
  name: string;
  /** Routes whose opening needs this chunk. */
  routes: string[];
  components: Component[];
}

/** The chunks in the order they are needed; `main` is absent when it would be empty. */
export function divide(config: BareConfig, components: Map<string, Component>): Chunk[] {
  const subPages = new Set(config.subPackages.flatMap((part) => part.pages));
  const entries = [config.entryPagePath, ...(config.customTabBar ? [config.customTabBar] : [])];
  const first = reach(entries, components);
  const mainPages = config.pages.filter((page) => !subPages.has(page) && !first.has(page));
  const parts = config.subPackages.map((part) => ({
    name: part.root.replace(/\//g, '-'),
    routes: part.pages,
    reached: reach(part.pages, components),
  }));
  const main = reach(mainPages, components);
  const shared = sharedBetween(parts.map((part) => part.reached));
  const inMain = (path: string): boolean =>
    !first.has(path) && (main.has(path) || shared.has(path));
  const pick = (test: (path: string) => boolean): Component[] =>
    [...components.values()].filter((component) => test(component.path));

  const chunks: Chunk[] = [
    {
      name: 'first',
      routes: [config.entryPagePath],
      components: pick((path) => first.has(path)),
    },
    { name: 'main', routes: mainPages, components: pick(inMain) },
    ...parts.map(({ name, routes, reached }) => ({
      name,
      routes,
      components: pick((path) => reached.has(path) && !first.has(path) && !inMain(path)),
    })),
  ];
  return chunks.filter((chunk) => chunk.components.length > 0);
}

function reach(paths: string[], components: Map<string, Component>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...paths];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    waiting.push(...(components.get(path)?.uses ?? []));
  }
  return reached;
}

function sharedBetween(sets: Set<string>[]): Set<string> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const path of set) counts.set(path, (counts.get(path) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([path]) => path));
}
