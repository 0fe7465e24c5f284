/** Shapes glass-easel's events as WeChat's pages expect them, and adds the gestures it does not know. */
import * as ge from 'glass-easel';

import { domOf, elementOf, frameOf, ownerOf, type Element } from './element';

/** WeChat fires longpress after this long without moving. Source: framework's event table (350 ms). */
const LONG_PRESS_MS = 350;
const LONG_PRESS_SLIP_PX = 10;

/** Set on the shadowed event so that WXS handlers can find their ComponentDescriptor. */
export const CURRENT_CALLER = '__currentCaller';

interface Point {
  identifier?: number;
  clientX: number;
  clientY: number;
}

/** Patches `Event.prototype.wrapShadowedEvent`: touches, plain targets, dataset, marks. */
export function shapeEvents(): void {
  const wrap = ge.Event.prototype.wrapShadowedEvent;
  ge.Event.prototype.wrapShadowedEvent = function (target, mark, currentTarget) {
    const shaped = wrap.call(this, target, mark, currentTarget);
    Object.defineProperty(shaped, CURRENT_CALLER, { value: currentTarget, enumerable: false });
    const touches = touchesOf(this.getOriginalEvent(), this.getEventName(), target);
    return Object.assign(shaped, {
      target: plainTarget(target),
      currentTarget: plainTarget(currentTarget),
      mark: mark ?? {},
      ...touches,
      ...pointDetail(this.getEventName(), touches),
      // WeChat's shape is not glass-easel's (plain targets), but it is what page code receives.
    }) as unknown as typeof shaped;
  };
}

/** Fires `longpress` and `longtap`; a tap that ends a heard long press is swallowed, as in WeChat. */
export function watchLongPress(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start = { x: 0, y: 0 };
  const cancel = () => clearTimeout(timer);
  const begin = (event: PointerEvent) => {
    start = { x: event.clientX, y: event.clientY };
    cancel();
    timer = setTimeout(() => firePress(event), LONG_PRESS_MS);
  };
  const move = (event: PointerEvent) => {
    const slip = Math.hypot(event.clientX - start.x, event.clientY - start.y);
    if (slip > LONG_PRESS_SLIP_PX) cancel();
  };
  document.addEventListener('pointerdown', begin, true);
  document.addEventListener('pointermove', move, true);
  document.addEventListener('pointerup', cancel, true);
  document.addEventListener('pointercancel', cancel, true);
}

let heardPressAt = -Infinity;

/** Whether a long press was heard by somebody since the finger came down; the tap after it is dropped. */
export function endsHeardPress(event: unknown): boolean {
  const isEnd = event instanceof Event && /^(touchend|mouseup)$/.test(event.type);
  if (!isEnd || heardPressAt < 0) return false;
  heardPressAt = -Infinity;
  return true;
}

/** A new touch starts afresh: a press whose tap never came must not swallow the next one. */
export function forgetHeardPress(): void {
  heardPressAt = -Infinity;
}

function firePress(origin: PointerEvent): void {
  const owner = ownerOf(origin.target instanceof Node ? origin.target : null);
  if (!owner) return;
  if (hears(owner, 'longpress')) heardPressAt = performance.now();
  for (const name of ['longpress', 'longtap']) {
    const options = { originalEvent: origin, bubbles: true, composed: true, capturePhase: true };
    ge.triggerEvent(owner, name, { x: origin.clientX, y: origin.clientY }, options);
  }
}

function hears(element: Element, name: string): boolean {
  for (let current: Element | null = element; current; current = current.getComposedParent()) {
    // glass-easel keeps listeners in `_$eventTarget`; there is no public way to ask.
    const target = (
      current as unknown as { _$eventTarget?: { listeners: Record<string, unknown> } }
    )._$eventTarget;
    if (target?.listeners[name]) return true;
  }
  return false;
}

function plainTarget(caller: unknown): Record<string, unknown> {
  const element = elementOf(caller);
  const dom = domOf(element);
  return {
    id: element?.id ?? '',
    dataset: element?.dataset ?? {},
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
  };
}

function touchesOf(origin: unknown, name: string, target: unknown): Record<string, unknown> {
  const place = (point: Point) => placed(point, target);
  if (typeof TouchEvent !== 'undefined' && origin instanceof TouchEvent) {
    return {
      touches: [...origin.touches].map(place),
      changedTouches: [...origin.changedTouches].map(place),
    };
  }
  if (!(origin instanceof MouseEvent)) return {};
  const isOver = /end|up|tap|cancel/.test(name) && !/long/.test(name);
  return { touches: isOver ? [] : [place(origin)], changedTouches: [place(origin)] };
}

/** WeChat counts from the page's corner (client) and from the scrolled page's top (page). */
function placed(point: Point, target: unknown): Record<string, number> {
  const frame = frameOf(elementOf(target));
  const corner = frame?.getBoundingClientRect();
  const scroller = frame?.querySelector('.page-scroll');
  const clientX = point.clientX - (corner?.left ?? 0);
  const clientY = point.clientY - (corner?.top ?? 0);
  return {
    identifier: point.identifier ?? 0,
    clientX,
    clientY,
    pageX: clientX + (scroller?.scrollLeft ?? 0),
    pageY: clientY + (scroller?.scrollTop ?? 0),
    force: 1,
  };
}

/** tap and longpress carry the point in detail, counted like pageX and pageY. */
function pointDetail(name: string, touches: Record<string, unknown>): Record<string, unknown> {
  if (!/^(tap|longpress|longtap)$/.test(name)) return {};
  const points = touches.changedTouches as Record<string, number>[] | undefined;
  const point = points?.[0];
  return point ? { detail: { x: point.pageX, y: point.pageY } } : {};
}
