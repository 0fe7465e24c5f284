import type { DeskState } from '../inbox';
import { wording } from '../wording';
import { html, type Markup } from './html';

interface PageParts {
  title: string;
  /** Whose page it is, on the bar above it. */
  name: string;
  /** Of the desk: such a page follows what arrives while it is open. */
  isLive: boolean;
  main: Markup;
}

/** The frame of every page. */
export function page({ title, name, isLive, main }: PageParts): Markup {
  return html`<html lang="zh-Hans">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${title} · ${name}</title>
      <link rel="stylesheet" href="/glyphs/index.css" />
      <link rel="stylesheet" href="/style.css" />
      <link rel="icon" href="data:," />
      ${isLive ? html`<script src="/live.js" defer></script>` : undefined}
    </head>
    <body>
      <header class="masthead"><a href="/">${name}</a></header>
      <main>${main}</main>
    </body>
  </html>`;
}

/** The state's word on its colour. */
export function chip(state: DeskState): Markup {
  return html`<span class="chip ${state}">${wording.states[state]}</span>`;
}
