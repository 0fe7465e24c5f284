/** One story at the desk: as it arrived, what was done with it, and what can be done. */
import type { DeskRefusal } from '../desk/desk';
import { lastText, newest, stateOf, type HeldStory, type SentAnswer } from '../inbox';
import type { Office } from '../office';
import type { Arrival } from '../record';
import { wording } from '../wording';
import { metricsForm, publishForm, rejectForm } from './desk-form';
import { html, type Markup } from './html';
import { chip, page } from './layout';
import { photos } from './photos';
import { dayWords, momentWords } from './times';

const words = wording.story;

/** The story's page; `refusal` says why an entry was not taken. */
export function storyPage(office: Office, story: HeldStory, refusal?: DeskRefusal): Markup {
  const text = lastText(story);
  const state = stateOf(story);
  const { headline } = text.story;
  const title = state === 'killed' ? html`<del>${headline}</del>` : html`${headline}`;
  const main = html`<a class="back" href="/">${words.back}</a>
    <div class="desk">
      <article class="${state}">
        <p>${chip(state)}</p>
        <h1>${title}</h1>
        ${notices(story, refusal)} ${facts(text)}
        <div class="text">${paragraphs(text.story.body)}</div>
        ${photos(text.files)}
      </article>
      <aside>
        ${actions(office, story)} ${printings(story)} ${history(story)} ${answers(office, story)}
      </aside>
    </div>`;
  return page({ title: headline, name: office.name, isLive: true, main });
}

/** Lines of a body as paragraphs. */
export function paragraphs(body: string): Markup[] {
  return body
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`);
}

function notices(story: HeldStory, refusal: DeskRefusal | undefined): Markup[] {
  const last = newest(story).story;
  const lines: [isShown: boolean, kind: string, text: string][] = [
    [refusal !== undefined, 'alarm', refusal ? wording.refusals[refusal] : ''],
    [last.pubStatus === 'canceled', 'alarm', words.killed],
    [last.pubStatus === 'withheld', 'calm', words.withheld],
    [last.pubStatus === 'usable' && last.version > 1, 'calm', words.corrected],
    [last.version > 1 && last.note !== '', 'calm', words.said(last.note)],
  ];
  return lines
    .filter(([isShown]) => isShown)
    .map(([, kind, text]) => html`<p class="notice ${kind}" role="status">${text}</p>`);
}

function facts({ at, story }: Arrival): Markup {
  const rows: [string, string][] = [
    [words.byline, story.byline],
    [words.unit, story.unit],
    [words.number, story.number],
    [words.place, story.place],
    [words.genre, story.genre],
    [words.column, story.column],
    [words.embargo, story.embargoedUntil ? momentWords(story.embargoedUntil) : ''],
    [words.arrived, momentWords(at)],
    [words.note, story.version === 1 ? story.note : ''],
  ];
  const known = rows.filter(([, value]) => value !== '');
  return html`<dl class="facts">
    ${known.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function actions(office: Office, story: HeldStory): Markup {
  const entry = { story: newest(story).story, office };
  const state = stateOf(story);
  if (state === 'killed')
    return html`<details class="card">
      <summary>${words.killedLate}</summary>
      ${publishForm(entry)}
    </details>`;
  return html`${publishForm(entry)}
  ${state === 'published' ? undefined : rejectForm(office, entry.story)}`;
}

function printings(story: HeldStory): Markup | undefined {
  const { printings, metrics, rejections } = story;
  const rejection = rejections.at(-1);
  if (printings.length === 0 && !rejection) return undefined;
  const lines = printings.map(
    (printing) =>
      html`<li>
        <strong>${printing.outlet}</strong>
        <span>${wording.positions[printing.position]} · ${dayWords(printing.printedAt)}</span>
        <span>${printing.headline}</span>
        <a href="/articles/${printing.article}" target="_blank">${wording.metrics.open}</a>
        ${metricsForm(
          printing,
          metrics.filter(({ article }) => article === printing.article).at(-1),
        )}
      </li>`,
  );
  return html`<section class="card">
    <h2>${words.printings}</h2>
    ${rejection ? html`<p>${words.rejection(rejection.reason)}</p>` : undefined}
    <ul>
      ${lines}
    </ul>
  </section>`;
}

function history({ versions }: HeldStory): Markup {
  const lines = versions.map(({ at, story: { version, pubStatus } }) => {
    const isFirst = version === 1;
    const usable = isFirst ? words.first : words.correction;
    const kind = pubStatus === 'usable' ? usable : words.kinds[pubStatus];
    return html`<li>
      ${wording.inbox.version(version)} · ${kind}<time>${momentWords(at)}</time>
    </li>`;
  });
  return html`<section class="card">
    <h2>${words.versions}</h2>
    <ul class="lines">
      ${lines}
    </ul>
  </section>`;
}

function answers({ inbox }: Office, { uri }: HeldStory): Markup {
  const ours = inbox.answers().filter(({ body }) => body.uri === uri);
  const lines = ours.map(
    (answer) =>
      html`<li>
        ${words.answerKinds[answer.body.kind]}<span class="faint">${sentWords(answer)}</span>
      </li>`,
  );
  return html`<section class="card">
    <h2>${words.answers}</h2>
    <ul class="lines">
      ${lines}
    </ul>
  </section>`;
}

function sentWords({ attempts, isSettled }: SentAnswer): string {
  if (attempts.length === 0) return words.answerStates.waiting;
  if (!isSettled) return words.answerStates.retrying(attempts.length);
  // 409: it had been taken before, and only the answer to that was lost.
  const isTaken = /^http_(2|409)/.test(attempts.at(-1)?.outcome ?? '');
  return isTaken ? words.answerStates.settled : words.answerStates.refused;
}
