import type { CopiedFile } from '../record';
import { wording } from '../wording';
import { html, type Markup } from './html';

/** Photos and films from the center's own copies, with captions and credits. */
export function photos(files: CopiedFile[]): Markup | undefined {
  if (files.length === 0) return undefined;
  return html`<div class="photos">${files.map(figure)}</div>`;
}

function figure({ file, contentType, caption, credit }: CopiedFile, index: number): Markup {
  const label = caption || wording.story.photo(index + 1);
  const shown = contentType.startsWith('video/')
    ? html`<video src="/photos/${file}" controls preload="metadata"></video>`
    : html`<img src="/photos/${file}" alt="${label}" loading="lazy" />`;
  return html`<figure>
    ${shown}
    <figcaption>${caption}${credit ? wording.story.credit(credit) : ''}</figcaption>
  </figure>`;
}
