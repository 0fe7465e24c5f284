/** What compiled WXS needs at run time: its few globals and WeChat's ComponentDescriptor. */
import * as ge from 'glass-easel';

import { callerOf, domOf, elementOf, type Component, type Element } from './element';
import { CURRENT_CALLER } from './events';

type Wxs = ((...values: unknown[]) => unknown) & { __isWxs?: boolean };
type Descriptor = Record<string, unknown>;
type Styles = string | Record<string, string | number>;

const descriptors = new WeakMap<Element, Descriptor>();

/** Puts the names that compiled templates call on the global object. */
export function installWxs(): void {
  Object.assign(globalThis, {
    __wxsCtor: constructorName,
    __wxsMark: markExports,
    __wxsChange: wrapChange,
    __wxsEvent: callListener,
    getRegExp: (source: string, letters?: string) => new RegExp(source, letters),
    getDate: (...parts: ConstructorParameters<typeof Date>) => new Date(...parts),
  });
}

/** In WXS `value.constructor` is a name, not a function. */
function constructorName(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return 'Array';
  if (value instanceof RegExp) return 'RegExp';
  if (value instanceof Date) return 'Date';
  const name = typeof value;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function markExports(exported: Record<string, unknown>): void {
  for (const value of Object.values(exported)) {
    if (typeof value === 'function') (value as Wxs).__isWxs = true;
  }
}

/**
 * Wraps a `change:prop` function. It is deferred: at creation the shadow tree it looks into is not there
 * yet (t-swipe-cell logs an error otherwise).
 */
function wrapChange(change: Wxs) {
  return (next: unknown, previous: unknown, host: Component, element: Element): void => {
    queueMicrotask(() => {
      ge.safeCallback(
        'WXS change',
        change as never,
        undefined as never,
        [next, previous, describe(host), describe(element)] as never,
      );
    });
  };
}

/** Calls an event listener; one that lives in WXS gets descriptors instead of callers. */
function callListener(caller: unknown, event: Record<string, unknown>, listener: Wxs): unknown {
  if (!listener.__isWxs) return listener.call(caller, event);
  event.instance = describe(event[CURRENT_CALLER]);
  return listener(event, describe(caller));
}

/** WeChat's ComponentDescriptor for an element or caller; the same one each time. */
export function describe(caller: unknown): Descriptor | null {
  const element = elementOf(caller);
  if (!element) return null;
  const known = descriptors.get(element);
  if (known) return known;
  const descriptor = makeDescriptor(element);
  descriptors.set(element, descriptor);
  return descriptor;
}

function makeDescriptor(element: Element): Descriptor {
  const state = {};
  const root = () => element.asGeneralComponent()?.getShadowRoot();
  const chain = (act: () => void) => {
    act();
    return descriptor;
  };
  const descriptor: Descriptor = {
    selectComponent: (selector: string) => describe(root()?.querySelector(selector)),
    selectAllComponents: (selector: string) =>
      (root()?.querySelectorAll(selector) ?? []).map(describe),
    setStyle: (styles: Styles) => chain(() => element.setNodeStyle(cssText(styles), 3)),
    addClass: (name: string) => chain(() => element.classList?.toggle(name, true)),
    removeClass: (name: string) => chain(() => element.classList?.toggle(name, false)),
    hasClass: (name: string) => element.classList?.contains(name) ?? false,
    getDataset: () => element.dataset,
    getState: () => state,
    callMethod: (name: string, value: unknown) => chain(() => callMethod(element, name, value)),
    triggerEvent: (name: string, detail: unknown) => element.triggerEvent(name, detail),
    requestAnimationFrame: (step: FrameRequestCallback) => requestAnimationFrame(step),
    setTimeout: (step: () => void, ms: number) => setTimeout(step, ms),
    clearTimeout: (timer: number) => clearTimeout(timer),
    getBoundingClientRect: () => domOf(element)?.getBoundingClientRect(),
    getComputedStyle: (names: string[]) => computed(domOf(element), names),
  };
  return descriptor;
}

function callMethod(element: Element, name: string, value: unknown): void {
  const method = callerOf(element)?.[name];
  if (typeof method === 'function') method.call(callerOf(element), value);
}

function cssText(styles: Styles): string {
  if (typeof styles === 'string') return styles;
  const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.entries(styles)
    .map(([name, value]) => `${dashed(name)}:${value}`)
    .join(';');
}

function computed(dom: HTMLElement | undefined, names: string[]): Record<string, string> {
  if (!dom) return {};
  const style = getComputedStyle(dom);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
}
