import type { ComponentSpace } from 'glass-easel';

import { resolveSource } from '../core/sources';
import { defineTag, text, truth, type Bring } from './define';
import { innerNode, latest } from './native';

/** How a mode fits the picture; modes that name a side keep the picture's own size and cut. */
const FITS: Record<string, string> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
};

/** `<image>` and `<cover-image>`. */
export function defineImages(space: ComponentSpace): void {
  const properties = {
    src: text(),
    mode: text('scaleToFill'),
    lazyLoad: truth(),
    webp: truth(),
    fadeIn: truth(),
    showMenuByLongpress: truth(),
  };
  defineTag(space, 'image', { properties, bring: bringImage });
  defineTag(space, 'cover-image', { properties, bring: bringImage });
}

const bringImage: Bring = (tag) => {
  const image = innerNode(tag, 'img');
  const inOrder = latest<string>();
  image.alt = '';
  image.draggable = false;
  image.addEventListener('load', () => {
    tag.fire('load', { width: image.naturalWidth, height: image.naturalHeight });
  });
  image.addEventListener('error', () => {
    if (image.getAttribute('src')) tag.fire('error', { errMsg: `${tag.str('src')} load fail` });
  });
  const load = () => {
    const source = tag.str('src');
    if (!source) return image.removeAttribute('src');
    inOrder(resolveSource(source), (address) => {
      image.src = address;
    });
  };
  const fit = () => {
    const mode = tag.str('mode');
    image.style.objectFit = FITS[mode] ?? 'none';
    image.style.objectPosition = FITS[mode] ? 'center' : mode;
    // The picture decides one side of the tag, whatever the page's own style says.
    tag.dom.dataset.mode = mode;
  };
  image.loading = tag.is('lazyLoad') ? 'lazy' : 'eager';
  fit();
  load();
  return { changed: { src: load, mode: fit } };
};
