/** What a person enters at the desk. */
import { dayOf } from '../desk/desk';
import type { Office } from '../office';
import { positions, type Metrics, type Printing, type StoryVersion } from '../record';
import { wording } from '../wording';
import { html, type Markup } from './html';

/** Where, under which headline, in which place and on which day the story appeared. */
export function publishForm({ story, office }: { story: StoryVersion; office: Office }): Markup {
  const words = wording.publish;
  const outlets = office.outlets.map((name) => html`<option>${name}</option>`);
  const places = positions.map(
    (position) =>
      html`<option value="${position}" ${position === 'other' ? html`selected` : undefined}>
        ${wording.positions[position]}
      </option>`,
  );
  return html`<form class="card" method="post" action="${formAddress(office, story, 'publish')}">
    <h2>${words.title}</h2>
    <input type="hidden" name="version" value="${story.version}" />
    <label
      >${words.outlet}
      <select name="outlet">
        <option value="">${words.choose}</option>
        ${outlets}
      </select>
    </label>
    <label>${words.otherOutlet}<input name="otherOutlet" maxlength="60" /></label>
    <label
      >${words.headline}
      <input name="headline" required maxlength="120" value="${story.headline}" />
    </label>
    <div class="pair">
      <label
        >${words.position}<select name="position">
          ${places}
        </select></label
      >
      <label
        >${words.day}
        <input type="date" name="printedOn" required value="${dayOf(office.now())}" />
      </label>
    </div>
    <button>${words.submit}</button>
  </form>`;
}

/** Why the story is not taken. */
export function rejectForm(office: Office, story: StoryVersion): Markup {
  const words = wording.reject;
  return html`<form class="card" method="post" action="${formAddress(office, story, 'reject')}">
    <h2>${words.title}</h2>
    <input type="hidden" name="version" value="${story.version}" />
    <label
      >${words.reason}<textarea name="reason" rows="2" required maxlength="500"></textarea>
    </label>
    <button class="plain">${words.submit}</button>
  </form>`;
}

/** How often a printing was read and passed on; totals by now. */
export function metricsForm(printing: Printing, last: Metrics | undefined): Markup {
  const words = wording.metrics;
  const figure = (count: number | null) => (count === null ? words.none : String(count));
  const field = (name: 'reads' | 'forwards') =>
    html`<label
      >${words[name]}<input type="number" name="${name}" min="0" inputmode="numeric"
    /></label>`;
  return html`${
      last ? html`<span>${words.last(figure(last.reads), figure(last.forwards))}</span>` : undefined
    }
    <form class="metrics" method="post" action="/articles/${printing.article}/metrics">
      ${field('reads')} ${field('forwards')}<button class="plain">${words.submit}</button>
    </form>`;
}

function formAddress({ inbox }: Office, { uri }: StoryVersion, verb: string): string {
  return `/desk/${inbox.story(uri)?.place}/${verb}`;
}
