/** The fixed parts round the pages: navigation bar, the pages' stage, tab bar, overlay layer. */
import { WORDS } from '../wording';

export interface Shell {
  readonly bar: HTMLElement;
  readonly title: HTMLElement;
  readonly back: HTMLElement;
  readonly home: HTMLElement;
  readonly loading: HTMLElement;
  readonly stage: HTMLElement;
  readonly tabs: HTMLElement;
  readonly layer: HTMLElement;
}

/** Builds the shell in the document's body. Ids are stable: tests and styles use them. */
export function buildShell(): Shell {
  const bar = make('header', 'nav');
  const back = make('button', 'nav-back', bar);
  back.setAttribute('aria-label', WORDS.back);
  const home = make('button', 'nav-home', bar);
  home.setAttribute('aria-label', WORDS.home);
  const loading = make('span', 'nav-loading', bar);
  const title = make('span', 'nav-title', bar);
  loading.hidden = true;
  const stage = make('main', 'stage');
  const tabs = make('nav', 'tabs');
  tabs.hidden = true;
  const layer = make('div', 'native');
  document.body.append(bar, stage, tabs, layer);
  return { bar, title, back, home, loading, stage, tabs, layer };
}

function make(tag: string, id: string, parent?: HTMLElement): HTMLElement {
  const node = document.createElement(tag);
  node.id = id;
  parent?.append(node);
  return node;
}
