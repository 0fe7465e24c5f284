import type { ComponentSpace } from 'glass-easel';

import { watchDrag } from '../core/drag';
import { domOf } from '../core/element';
import { rpxPx } from '../core/window';
import { NODE_KEY } from '../core/selector-query';
import { anything, defineTag, number, text, truth, type Bring, type Tag } from './define';
import { watchRefresher } from './refresher';

const UNUSED = [
  'scrollAnchoring',
  'enablePassive',
  'type',
  'bounces',
  'usingSticky',
  'enableBackToTop',
  'fastDeceleration',
  'associativeContainer',
  'cacheExtent',
  'minDragDistance',
  'clip',
  'reverse',
];

/** Defines `<scroll-view>`. */
export function defineScrollView(space: ComponentSpace): void {
  defineTag(space, 'scroll-view', {
    properties: {
      scrollX: truth(),
      scrollY: truth(),
      upperThreshold: anything(50),
      lowerThreshold: anything(50),
      scrollTop: anything(),
      scrollLeft: anything(),
      scrollIntoView: text(),
      scrollIntoViewOffset: number(),
      scrollIntoViewAlignment: text('start'),
      scrollWithAnimation: truth(),
      enableFlex: truth(),
      enhanced: truth(),
      pagingEnabled: truth(),
      showScrollbar: truth(true),
      refresherEnabled: truth(),
      refresherTriggered: truth(),
      refresherThreshold: number(45),
      refresherDefaultStyle: text('black'),
      refresherBackground: text(),
      ...Object.fromEntries(UNUSED.map((name) => [name, anything()])),
    },
    bring: bringScrollView,
  });
}

const bringScrollView: Bring = (tag) => {
  const { dom } = tag;
  const look = () => {
    dom.toggleAttribute('scroll-x', tag.is('scrollX'));
    dom.toggleAttribute('scroll-y', tag.is('scrollY'));
    dom.toggleAttribute('without-bar', !tag.is('showScrollbar'));
    dom.toggleAttribute('flex', tag.is('enableFlex'));
    dom.toggleAttribute('paging', tag.is('pagingEnabled'));
  };
  const behavior = (): ScrollBehavior => (tag.is('scrollWithAnimation') ? 'smooth' : 'instant');
  const place = () => {
    const { scrollTop, scrollLeft } = tag.props;
    if (tag.is('scrollY') && isPosition(scrollTop)) {
      dom.scrollTo({ top: toPx(scrollTop), behavior: behavior() });
    }
    if (tag.is('scrollX') && isPosition(scrollLeft)) {
      dom.scrollTo({ left: toPx(scrollLeft), behavior: behavior() });
    }
  };
  // Rows that arrive in the same setData are not laid out yet.
  const later = (run: () => void) => () => void setTimeout(run);
  const intoView = later(() => scrollIntoView(tag, tag.str('scrollIntoView'), behavior()));
  look();
  later(place)();
  intoView();
  watchScrolling(tag);
  watchFinger(tag);
  const refresher = watchRefresher(tag);
  Object.assign(dom, { [NODE_KEY]: scrollContext(tag) });
  return {
    detached: refresher.stop,
    changed: {
      scrollX: look,
      scrollY: look,
      showScrollbar: look,
      enableFlex: look,
      pagingEnabled: look,
      scrollTop: later(place),
      scrollLeft: later(place),
      scrollIntoView: intoView,
      refresherTriggered: refresher.triggered,
    },
  };
};

function isPosition(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !Number.isNaN(toPx(value));
}

/** Positions and thresholds may be numbers, `50px` or `100rpx`. */
function toPx(value: unknown): number {
  const written = String(value);
  const length = parseFloat(written);
  return written.endsWith('rpx') ? length * rpxPx() : length;
}

function watchScrolling(tag: Tag): void {
  const { dom } = tag;
  let last = { left: 0, top: 0 };
  let near = { start: true, end: false, whole: 0 };
  dom.addEventListener('scroll', (event) => {
    event.stopPropagation();
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = dom;
    const deltaX = last.left - scrollLeft;
    const deltaY = last.top - scrollTop;
    last = { left: scrollLeft, top: scrollTop };
    tag.fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY });
    const isVertical = tag.is('scrollY');
    const [at, shown, whole] = isVertical
      ? [scrollTop, clientHeight, scrollHeight]
      : [scrollLeft, clientWidth, scrollWidth];
    const now = {
      start: at <= toPx(tag.props.upperThreshold),
      end: at + shown + toPx(tag.props.lowerThreshold) >= whole,
      whole,
    };
    if (now.start && !near.start) {
      tag.fire('scrolltoupper', { direction: isVertical ? 'top' : 'left' });
    }
    // Content that has grown since has a new end to be told of.
    if (now.end && (!near.end || whole > near.whole)) {
      tag.fire('scrolltolower', { direction: isVertical ? 'bottom' : 'right' });
    }
    near = now;
  });
}

/** Only an enhanced scroll-view tells of the finger. */
function watchFinger(tag: Tag): void {
  if (!tag.is('enhanced')) return;
  const place = () => ({ scrollTop: tag.dom.scrollTop, scrollLeft: tag.dom.scrollLeft });
  let isDragging = false;
  watchDrag(tag.dom, {
    move() {
      tag.fire(isDragging ? 'dragging' : 'dragstart', place());
      isDragging = true;
    },
    end(drag) {
      if (isDragging) tag.fire('dragend', { ...place(), velocity: { x: drag.vx, y: drag.vy } });
      isDragging = false;
    },
  });
}

function scrollIntoView(tag: Tag, id: string, behavior: ScrollBehavior): void {
  if (!id) return;
  const found = domOf(tag.component.ownerShadowRoot?.querySelector(`#${CSS.escape(id)}`));
  if (!found || !tag.dom.contains(found)) return;
  const [inner, outer] = [found.getBoundingClientRect(), tag.dom.getBoundingClientRect()];
  const alignment = tag.str('scrollIntoViewAlignment');
  const share = alignment === 'center' ? 0.5 : alignment === 'end' ? 1 : 0;
  const offset = tag.num('scrollIntoViewOffset');
  const move = (from: number, room: number) => from - room * share + offset;
  tag.dom.scrollBy({
    top: tag.is('scrollY') ? move(inner.top - outer.top, outer.height - inner.height) : 0,
    left: tag.is('scrollX') ? move(inner.left - outer.left, outer.width - inner.width) : 0,
    behavior,
  });
}

/** WeChat's ScrollViewContext, got by `fields({ node: true })`. */
function scrollContext(tag: Tag) {
  return {
    scrollTo: (to: { top?: number; left?: number; animated?: boolean }) =>
      tag.dom.scrollTo({ ...to, behavior: to.animated === false ? 'instant' : 'smooth' }),
    scrollIntoView: (selector: string) => scrollIntoView(tag, selector.replace(/^#/, ''), 'smooth'),
    triggerRefresh: () => tag.set('refresherTriggered', true),
    closeRefresh: () => tag.set('refresherTriggered', false),
  };
}
