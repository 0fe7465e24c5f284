/** The published article as the public reads it; its address stands in the answer. */
import { lastText, newest, stateOf, type HeldStory } from '../inbox';
import type { Printing } from '../record';
import { wording } from '../wording';
import { html, type Markup } from './html';
import { page } from './layout';
import { photos } from './photos';
import { paragraphs } from './story-page';
import { dayWords } from './times';

/** With the corrected text where a correction came; only a notice once the story is killed. */
export function articlePage(story: HeldStory, printing: Printing): Markup {
  const { outlet: name } = printing;
  const words = wording.article;
  if (stateOf(story) === 'killed') {
    const main = html`<p class="empty">${words.gone}</p>`;
    return page({ title: words.gone, name, isLive: false, main });
  }
  const { story: text, files } = lastText(story);
  const isCorrected = newest(story).story.version > printing.version;
  const main = html`<article class="public">
    <h1>${printing.headline}</h1>
    <p class="facts">${source(story, printing)}</p>
    ${isCorrected ? html`<p class="notice calm">${words.corrected}</p>` : undefined}
    <div class="text">${paragraphs(text.body)}</div>
    ${photos(files)}
  </article>`;
  return page({ title: printing.headline, name, isLive: false, main });
}

function source(story: HeldStory, printing: Printing): string {
  const { unit, byline } = lastText(story).story;
  const words = wording.article;
  const facts = [
    dayWords(printing.printedAt),
    ...(unit ? [`${words.source}：${unit}`] : []),
    ...(byline ? [`${words.author}：${byline}`] : []),
  ];
  return facts.join('　');
}
