/** `<swiper>`: each item is placed by its own transform, so that a circle needs no copies. */
import type { ComponentSpace } from 'glass-easel';

import { browserUnits } from '../../units';
import { watchDrag, type Drag } from '../core/drag';
import { nearestTurn, settleIndex } from './swiper-place';
import { anything, defineTag, number, text, truth, type Bring, type Tag } from './define';

/** Defines `<swiper>` and `<swiper-item>`. */
export function defineSwiper(space: ComponentSpace): void {
  defineTag(space, 'swiper-item', {
    properties: { itemId: text(), skipHiddenItemLayout: truth() },
  });
  defineTag(space, 'swiper', {
    properties: {
      current: number(),
      currentItemId: text(),
      autoplay: truth(),
      interval: number(5000),
      duration: number(500),
      circular: truth(),
      vertical: truth(),
      indicatorDots: truth(),
      indicatorColor: text('rgba(0,0,0,.3)'),
      indicatorActiveColor: text('#000000'),
      previousMargin: anything('0px'),
      nextMargin: anything('0px'),
      displayMultipleItems: number(1),
      snapToEdge: truth(),
      easingFunction: text('default'),
      disableTouch: anything(),
      layoutType: anything(),
      transformerType: anything(),
    },
    bring: bringSwiper,
  });
}

const bringSwiper: Bring = (tag) => {
  const dots = document.createElement('div');
  dots.className = 'swiper-dots';
  tag.dom.append(dots);
  let current = tag.num('current');
  const items = () => [...tag.dom.querySelectorAll<HTMLElement>(':scope > wx-swiper-item')];
  const draw = (shift = 0, ms = 0) => drawItems(tag, items(), { current, shift, ms }, dots);
  const go = (wanted: number, source: string) => {
    const count = items().length;
    if (count === 0) return;
    const next = settleIndex(wanted, count, tag.is('circular'));
    const ms = source === 'place' ? 0 : tag.num('duration');
    const hasMoved = next !== current;
    current = next;
    draw(0, ms);
    if (!hasMoved) return;
    const detail = { current, currentItemId: itemId(items()[current]), source };
    // `current` is written without an event of its own; the page hears `change`.
    if (source !== '') tag.set('current', current);
    tag.fire('change', detail);
    setTimeout(() => tag.fire('animationfinish', detail), ms);
  };
  const observer = new MutationObserver((changes) => {
    const isItems = changes.some((change) => change.target === tag.dom);
    if (!isItems) return;
    current = Math.max(0, Math.min(current, items().length - 1));
    draw();
  });
  observer.observe(tag.dom, { childList: true });
  draw();
  const stopDrag = watchSwipe(tag, draw, (steps) => go(current + steps, 'touch'));
  const timer = autoplay(tag, () => go(current + 1, 'autoplay'));
  return {
    detached() {
      observer.disconnect();
      stopDrag();
      timer.stop();
    },
    changed: {
      current: (value) => Number(value) !== current && go(Number(value), ''),
      autoplay: timer.restart,
      interval: timer.restart,
      indicatorDots: () => draw(),
      vertical: () => draw(),
      circular: () => draw(),
    },
  };
};

interface Place {
  current: number;
  /** How far the finger has moved the items, in items; and how long the move takes. */
  shift: number;
  ms: number;
}

function drawItems(tag: Tag, items: HTMLElement[], place: Place, dots: HTMLElement): void {
  const shown = Math.max(1, tag.num('displayMultipleItems'));
  const [before, after] = [length(tag.props.previousMargin), length(tag.props.nextMargin)];
  const axis = tag.is('vertical') ? 'Y' : 'X';
  const isCircle = tag.is('circular') && items.length > shown;
  items.forEach((item, index) => {
    const turn = isCircle
      ? nearestTurn(index - place.current - place.shift, items.length)
      : index - place.current - place.shift;
    // An item that jumps to the other end of the circle must not be seen flying across.
    const isFar = Math.abs(turn - Number(item.dataset.turn ?? turn)) > items.length / 2;
    item.dataset.turn = String(turn);
    item.style.transition = place.ms && !isFar ? `transform ${place.ms}ms ease` : 'none';
    item.style.transform = `translate${axis}(${turn * 100}%)`;
    const size = `calc((100% - ${before} - ${after}) / ${shown})`;
    item.style.width = axis === 'X' ? size : '100%';
    item.style.height = axis === 'Y' ? size : '100%';
    item.style.left = axis === 'X' ? before : '0';
    item.style.top = axis === 'Y' ? before : '0';
  });
  dots.hidden = !tag.is('indicatorDots');
  dots.dataset.axis = axis;
  dots.replaceChildren(
    ...items.map((_, index) => {
      const dot = document.createElement('i');
      const isOn = index === place.current;
      dot.style.background = tag.str(isOn ? 'indicatorActiveColor' : 'indicatorColor');
      return dot;
    }),
  );
}

function length(value: unknown): string {
  const written = String(value || '0px');
  return /^[\d.]+$/.test(written) ? `${written}px` : browserUnits(written);
}

function itemId(item: HTMLElement | undefined): string {
  const owner = item as { __wxElement?: { data?: { itemId?: string } } } | undefined;
  return owner?.__wxElement?.data?.itemId ?? '';
}

/** A swipe further than this share of an item, or faster than this, goes to the next one. */
const SWIPE_SHARE = 0.4;
const SWIPE_PX_PER_MS = 0.3;
/** Below this the direction of a finger is not yet known. */
const SLIP_PX = 6;

function watchSwipe(tag: Tag, draw: (shift: number) => void, go: (steps: number) => void) {
  let isMine: boolean | undefined;
  const along = (drag: Drag) => (tag.is('vertical') ? drag.dy : drag.dx);
  const across = (drag: Drag) => (tag.is('vertical') ? drag.dx : drag.dy);
  const size = () => (tag.is('vertical') ? tag.dom.clientHeight : tag.dom.clientWidth) || 1;
  return watchDrag(tag.dom, {
    start: () => {
      isMine = undefined;
      return !tag.props.disableTouch;
    },
    move(drag) {
      if (isMine === undefined) {
        if (Math.hypot(drag.dx, drag.dy) < SLIP_PX) return;
        isMine = Math.abs(along(drag)) > Math.abs(across(drag));
      }
      if (!isMine) return;
      drag.claim();
      const shift = -along(drag) / size();
      draw(shift);
      tag.fire('transition', { dx: -drag.dx, dy: -drag.dy });
    },
    end(drag) {
      if (!isMine) return;
      const speed = tag.is('vertical') ? drag.vy : drag.vx;
      const isFar = Math.abs(along(drag)) > size() * SWIPE_SHARE;
      const isFast = Math.abs(speed) > SWIPE_PX_PER_MS;
      go(isFar || isFast ? -Math.sign(along(drag)) : 0);
    },
  });
}

function autoplay(tag: Tag, next: () => void) {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => clearInterval(timer);
  const restart = () => {
    stop();
    // A page that is not shown does not turn its pictures.
    const turn = () => tag.dom.offsetParent !== null && next();
    if (tag.is('autoplay')) timer = setInterval(turn, Math.max(50, tag.num('interval')));
  };
  restart();
  return { stop, restart };
}
