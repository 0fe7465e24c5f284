/** The list of what came, newest first. */
import { lastText, newest, stateOf, type DeskState, type HeldStory } from '../inbox';
import type { Office } from '../office';
import { wording } from '../wording';
import { html, type Markup } from './html';
import { chip, page } from './layout';
import { momentWords } from './times';

/** Shown at most; older ones stay at their address and in GET /inbox. */
const SHOWN_MAX = 200;
/** IPTC urgencies from 1; 4 and below are more than routine. */
const URGENT_BELOW = 4;

const states = Object.keys(wording.states) as DeskState[]; // its keys are the states

/** The state in a page's address; undefined for all. */
export function readFilter(word: string | null): DeskState | undefined {
  return states.find((state) => state === word);
}

/** The inbox page, of one state or of all. */
export function inboxPage(office: Office, filter: DeskState | undefined): Markup {
  const stories = office.inbox.stories().sort((one, other) => lastAt(other) - lastAt(one));
  const shown = stories.filter((story) => !filter || stateOf(story) === filter);
  const words = wording.inbox;
  const empty = stories.length === 0 ? words.empty : words.emptyState;
  const list =
    shown.length > 0
      ? html`<ol class="stories">
          ${shown.slice(0, SHOWN_MAX).map(line)}
        </ol>`
      : html`<p class="empty">${empty}</p>`;
  const main = html`<h1>${words.title}</h1>
    ${filters(stories, filter)} ${list}`;
  return page({ title: words.title, name: office.name, isLive: true, main });
}

function filters(stories: HeldStory[], filter: DeskState | undefined): Markup {
  const count = (state: DeskState) => stories.filter((story) => stateOf(story) === state).length;
  const current = (state?: DeskState) =>
    state === filter ? html` aria-current="page"` : undefined;
  const links = states.map(
    (state) =>
      html`<a href="/?state=${state}" ${current(state)}
        >${wording.states[state]} ${count(state)}</a
      >`,
  );
  return html`<nav class="filters">
    <a href="/" ${current()}>${wording.inbox.all} ${stories.length}</a>${links}
  </nav>`;
}

function line(story: HeldStory): Markup {
  const last = newest(story);
  const { story: text, files } = lastText(story);
  const state = stateOf(story);
  const words = wording.inbox;
  const facts = [text.unit, text.byline, text.number].filter((word) => word !== '');
  const extras = [
    ...(last.story.version > 1 ? [words.version(last.story.version)] : []),
    ...(files.length > 0 ? [words.photos(files.length)] : []),
  ];
  const urgent =
    text.urgency !== null && text.urgency < URGENT_BELOW
      ? html`<span class="urgent">${words.urgent}</span>`
      : undefined;
  return html`<li class="${state}">
    <a href="/desk/${story.place}">
      <span class="headline">${urgent}${text.headline}</span>
      ${chip(state)}
      <span class="facts">${[...facts, ...extras].join(' · ')}</span>
      <time>${momentWords(last.at)}</time>
    </a>
  </li>`;
}

const lastAt = (story: HeldStory) => newest(story).at;
