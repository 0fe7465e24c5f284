/** `<page-meta>` and the `<navigation-bar>` inside it: a page's settings as attributes. */
import type { ComponentSpace } from 'glass-easel';

import { browserUnits } from '../../units';
import type { Phone } from '../core/phone';
import { anything, defineTag, text, truth, type Bring, type Tag } from './define';

/** Defines both. */
export function definePageMeta(space: ComponentSpace, phone: Phone): void {
  defineTag(space, 'page-meta', {
    properties: {
      backgroundTextStyle: text(),
      backgroundColor: text(),
      backgroundColorTop: text(),
      backgroundColorBottom: text(),
      rootBackgroundColor: text(),
      scrollTop: anything(),
      scrollDuration: anything(300),
      pageStyle: text(),
      pageFontSize: text(),
      rootFontSize: text(),
      pageOrientation: text(),
    },
    bring: (tag) => bringMeta(tag, phone),
  });
  defineTag(space, 'navigation-bar', {
    properties: {
      title: text(),
      loading: truth(),
      frontColor: text(),
      backgroundColor: text(),
      colorAnimationDuration: anything(),
      colorAnimationTimingFunc: anything(),
    },
    bring: (tag) => bringBar(tag, phone),
  });
}

function pageOf(tag: Tag, phone: Phone) {
  const frame = tag.dom.closest('.page-frame');
  return phone.router.pages().find((page) => page.frame === frame);
}

const bringMeta = (tag: Tag, phone: Phone): ReturnType<Bring> => {
  const page = pageOf(tag, phone);
  const root = page?.frame.querySelector<HTMLElement>('wx-page-root');
  if (!page || !root) return undefined;
  const style = () => {
    root.style.cssText = browserUnits(tag.str('pageStyle'));
    const fontSize = tag.str('pageFontSize');
    if (fontSize) root.style.fontSize = fontSize === 'system' ? 'var(--system-font)' : fontSize;
    root.style.backgroundColor ||= tag.str('rootBackgroundColor');
    // The page is not what scrolls here, yet `overflow: hidden` on it must stop the scrolling.
    page.scroller.style.overflow = root.style.overflow;
  };
  const background = () => {
    const color = tag.str('backgroundColor');
    if (color) page.frame.style.backgroundColor = color;
  };
  const rootFont = () => {
    page.rootFontSize = tag.str('rootFontSize');
    phone.redraw();
  };
  const scroll = () => {
    const top = parseFloat(String(tag.props.scrollTop));
    if (Number.isNaN(top)) return;
    const behavior = Number(tag.props.scrollDuration) > 0 ? 'smooth' : 'instant';
    page.scroller.scrollTo({ top, behavior });
    tag.fire('scrolldone', {});
  };
  style();
  background();
  rootFont();
  setTimeout(scroll);
  page.scroller.addEventListener('scroll', () => {
    tag.fire('scroll', { scrollTop: page.scroller.scrollTop });
  });
  return {
    changed: {
      pageStyle: style,
      pageFontSize: style,
      rootBackgroundColor: style,
      backgroundColor: background,
      rootFontSize: rootFont,
      scrollTop: scroll,
    },
  };
};

const bringBar = (tag: Tag, phone: Phone): ReturnType<Bring> => {
  const page = pageOf(tag, phone);
  if (!page) return undefined;
  const draw = () => {
    page.bar.title = tag.str('title') || page.bar.title;
    page.bar.frontColor = tag.str('frontColor') || page.bar.frontColor;
    page.bar.backgroundColor = tag.str('backgroundColor') || page.bar.backgroundColor;
    page.bar.isLoading = tag.is('loading');
    phone.redraw();
  };
  draw();
  return { changed: { title: draw, loading: draw, frontColor: draw, backgroundColor: draw } };
};
